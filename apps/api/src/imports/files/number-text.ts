/** Above this `toString` writes an exponent, which no id or number in a cell means. */
const writesExponent = /e/i;

/**
 * A number as a person reads it in the cell: fifteen digits as spreadsheets keep, no exponent, percent where the
 * format says so, and the leading zeros of a format of zeros (D-U-N-S numbers are kept like that).
 */
export function numberText(stored: string, format: string | undefined): string {
  const value = Number(stored);
  if (!Number.isFinite(value) || stored.trim() === '') return stored;
  if (format && /^0{2,40}$/.test(format) && Number.isInteger(value) && value >= 0) return plain(value).padStart(format.length, '0');
  if (format && /%/.test(format.replace(/"[^"]*"|\\./g, ''))) return `${plain(value * 100)}%`;
  return plain(value);
}

function plain(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!writesExponent.test(text)) return text;
  if (Math.abs(rounded) >= 1) return BigInt(rounded).toString();
  return rounded.toFixed(20).replace(/\.?0+$/, '') || '0';
}
