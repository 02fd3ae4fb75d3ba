/** A table of words as what a select or a filter offers, in the order of the table. */
export function choicesOf(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** Whether a filter's comma-separated choice takes the value in; no choice takes in everything. */
export function isChosen(chosen: string, value: string): boolean {
  return chosen === '' || chosen.split(',').includes(value);
}
