/** Days as text by the calendar of JavaScript's own Date: nothing of the product's arithmetic. */
const known = new Map<string, string>();

/** The same few thousand questions come millions of times. */
function once(key: string, answer: () => string): string {
  let day = known.get(key);
  if (day === undefined) known.set(key, (day = answer()));
  return day;
}

export function plus(day: string, days: number): string {
  return once(`${day} ${days}`, () => {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  });
}

export function plusMonths(day: string, months: number): string {
  return once(`${day} ${months} months`, () => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
  });
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
