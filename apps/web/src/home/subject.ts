/** How a study is named in a sentence: by its customer where the reader may see it, else by its title. */
export function subjectOf(study: { title: string; customer: string | null }): string {
  return study.customer ?? `“${study.title}”`;
}

/** "A", "A, B", "A, B +3": a sentence stays a sentence however many studies expire on one day. */
export function joinNames(names: readonly string[], most = 2): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} +${names.length - most}` : shown;
}
