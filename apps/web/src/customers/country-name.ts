import type { Language } from '../platform/words';

const codes = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH ' +
  'CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN ' +
  'GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI ' +
  'LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM ' +
  'PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD ' +
  'TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');
const known = new Set(codes);
const names = new Map<Language, Intl.DisplayNames>();

/** An ISO code as the country's name; whatever else people wrote stays as it is. */
export function countryName(country: string | null, language: Language): string {
  const code = country?.trim().toUpperCase() ?? '';
  return known.has(code) ? nameOf(code, language) : (country ?? '');
}

/** What to store for what was typed: the code of a country that is named or coded so, else the words themselves. */
export function countryCode(text: string, language: Language): string {
  const typed = text.trim();
  if (known.has(typed.toUpperCase())) return typed.toUpperCase();
  return codes.find((code) => nameOf(code, language).toLowerCase() === typed.toLowerCase()) ?? typed;
}

export function countries(language: Language): { value: string; label: string; beside: string }[] {
  const all = codes.map((code) => ({ value: code, label: nameOf(code, language), beside: code }));
  return all.sort((one, other) => one.label.localeCompare(other.label, language));
}

function nameOf(code: string, language: Language): string {
  let of = names.get(language);
  if (!of) names.set(language, (of = new Intl.DisplayNames(language, { type: 'region' })));
  return of.of(code) ?? code;
}
