/** The only clock of the web: today on this device, used until the session names the organisation's own today. */
export function deviceToday(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Milliseconds since 1970, for "x minutes ago" of a timestamp. */
export function now(): number {
  return Date.now();
}

/** Reads an instant of the API (ISO 8601 with zone). */
export function instant(iso: string): Date {
  return new Date(iso);
}

/** An instant as the API writes it, of milliseconds since 1970. */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
