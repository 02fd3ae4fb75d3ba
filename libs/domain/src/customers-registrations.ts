/** Registrations identify legal entities (rules 2.7). */
import type { Customer, Registration, RegistrationScheme } from './portfolio.js';

const isoCountries = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
    'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
    'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
    'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
    'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

/** `lei`, `duns`, `uscc`, or `company-number:` and an ISO 3166 country in two capital letters. */
export function isRegistrationScheme(scheme: string): scheme is RegistrationScheme {
  if (scheme === 'lei' || scheme === 'duns' || scheme === 'uscc') return true;
  return /^company-number:[A-Z]{2}$/.test(scheme) && isoCountries.has(scheme.slice(-2));
}

/** A number as numbers compare: in upper case, without spaces, dots and hyphens. */
export function normalizedNumber(number: string): string {
  return number.replace(/[\s.\-\u2010\u2011]/g, '').toUpperCase();
}

/** One text for a registration; equal texts are the same registration. */
export function registrationKey({ scheme, number }: Registration): string {
  return `${scheme} ${normalizedNumber(number)}`;
}

/**
 * What the registrations of two legal entities say about them: `same` with one number in common, `different` when
 * both have an LEI, a unified social credit code or a company number of one country and share none; D-U-N-S numbers
 * are per site, so different ones say nothing. On a unit they compare with nothing.
 */
export function compareByRegistration(a: Customer, b: Customer): 'same' | 'different' | 'unknown' {
  if (a.kind === 'unit' || b.kind === 'unit') return 'unknown';
  const keys = new Set(a.registrations.map(registrationKey));
  if (b.registrations.some((registration) => keys.has(registrationKey(registration)))) return 'same';
  const schemes = new Set(a.registrations.map((registration) => registration.scheme));
  const contradicted = b.registrations.some(({ scheme }) => scheme !== 'duns' && schemes.has(scheme));
  return contradicted ? 'different' : 'unknown';
}
