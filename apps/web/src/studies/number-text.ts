/** A number as people write it: 1240, 1,240.5, 1 240, 0,5, -3, 12.5; null for anything else, and for a guess. */
export function readNumber(typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/\u2212/g, '-')
    .replace(/(\d)[\s'](?=\d{3}(\D|$))/g, '$1');
  if (/^-?\d+(\.\d+)?$/.test(text)) return finite(text);
  if (/^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return finite(text.replaceAll(',', ''));
  if (/^-?\d+,\d+$/.test(text)) return finite(text.replace(',', '.'));
  return null;
}

function finite(text: string): number | null {
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
