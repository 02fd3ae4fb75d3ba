/** What may stand after `?`: plain words, so that an address can be read and typed. Each page reads its own names. */
export interface Search {
  asOf?: string;
  [name: string]: string | undefined;
}

/** `?status=active&page=2` and nothing else: no JSON, no quotes. */
export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  // Commas and colons are legal in a query and readable: lists of values keep them.
  return text ? `?${text.replaceAll('%2C', ',').replaceAll('%3A', ':')}` : '';
}
