/** Letters that may stand right behind a number and measure it: "5x", "30ms", "10TB". Case matters: "3D" is a word. */
const units =
  /^(?:x|X|k|K|m|M|bn|mn|B|s|ms|min|h|hr|hrs|d|GB|MB|TB|PB|KB|kB|Gbps|Mbps|kg|km|kWh|MWh|t|pp|bps|rps|tps|TPS|QPS|qps|USD|EUR|GBP|CNY|RMB|JPY|st|nd|rd|th)$/;

/** Letters, digits and `_` that touch, with dots, commas, apostrophes and narrow spaces between digits. */
const token =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d_]+(?:[.,'\u2019\u00a0\u2009\u202f](?=\d)[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d_]+)*/gu;

/**
 * The value of an outcome told in words: its first number that is not part of a word, with its sign, or `null`.
 * "S3" and "EC2" are words; "提升7倍" is 7, "1,200" and "1.200,5" are 1200 and 1200.5.
 */
export function outcomeValue(statement: string): number | null {
  const text = statement.replace(/[\uff0b-\uff5a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  for (const match of text.matchAll(token)) {
    const [, digits, letters] = /^([\d.,'\u2019\u00a0\u2009\u202f]*\d)(\D*)$/.exec(match[0]) ?? [];
    if (digits === undefined || (letters && !units.test(letters))) continue;
    const size = numberOf(digits);
    if (size === undefined) continue;
    return isNegative(text, match.index) && size !== 0 ? -size : size;
  }
  return null;
}

/** A minus touches the number and nothing that is written on before it: "2-5" is a range, "- 5" a list. */
function isNegative(text: string, at: number): boolean {
  return /[-\u2212]$/.test(text.slice(0, at)) && !/[\p{L}\p{N}_)\]][-\u2212]$/u.test(text.slice(Math.max(0, at - 3), at));
}

/** Reads digits with separators; `undefined` for what is no number, such as an address of four parts. */
function numberOf(written: string): number | undefined {
  const digits = written.replace(/['\u2019\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '');
  if (/[^\d.,]/.test(digits)) return undefined;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return finite(digits);
  const mark = digits[last] as string;
  const other = mark === '.' ? ',' : '.';
  const once = digits.indexOf(mark) === last;
  if (once && digits.includes(other)) return grouped(digits.slice(0, last), other) ? decimal(digits, last) : undefined;
  if (!once) return !digits.includes(other) && grouped(digits, mark) ? finite(digits.replaceAll(mark, '')) : undefined;
  const isThousands = mark === ',' && /^[1-9]\d{0,2},\d{3}$/.test(digits);
  return isThousands ? finite(digits.replace(',', '')) : decimal(digits, last);
}

/** Groups of three, or India's groups of two before a last one of three. */
function grouped(digits: string, mark: string): boolean {
  const [first, ...rest] = digits.split(mark);
  if (rest.length === 0 || !/^\d{1,3}$/.test(first as string) || rest.at(-1)?.length !== 3) return false;
  return rest.every(({ length }) => length === 3) || rest.slice(0, -1).every(({ length }) => length === 2);
}

function decimal(digits: string, at: number): number | undefined {
  return finite(`${digits.slice(0, at).replace(/[.,]/g, '') || '0'}.${digits.slice(at + 1)}`);
}

function finite(digits: string): number | undefined {
  const value = Number(digits);
  return Number.isFinite(value) ? value : undefined;
}
