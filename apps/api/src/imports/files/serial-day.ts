/** Days since 1899-12-30 of 1970-01-01, and of the first day of the 1904 system. */
const unixEpoch = 25_569;
const start1904 = 1_462;

/**
 * The calendar day of a spreadsheet's day number; a time of day is dropped. `undefined` outside 1900 to 9999 and for
 * number 60 of the 1900 system: 29 February 1900, which spreadsheets believe in.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const whole = Math.floor(serial) + (from1904 ? start1904 : 0);
  if (whole === 60 || whole < 1 || whole > 2_958_465) return undefined;
  const days = whole < 60 ? whole + 1 : whole;
  return dayOfEpoch(days - unixEpoch);
}

/** Civil calendar from a count of days, by whole numbers only: no clock and no time zone can shift it. */
function dayOfEpoch(days: number): string {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Numbers of the built-in formats that show a day (ECMA-376, 18.8.30, East Asian ones included); times alone are none. */
const builtInDayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a number format shows a day: it has a year or a day, or a month without hours and seconds. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDayFormats.has(id);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';', 1)[0] as string;
  if (/general|@|[#?]|e[+-]/i.test(bare) || /\[[hms]+\]/i.test(code)) return false;
  return /[yde]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}
