/** What a spreadsheet would run as a formula: `=`, `+`, `-`, `@`, a tab or a return at the start. */
const runs = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

/** A text as a CSV cell that never runs. One that already begins like a guarded one gets its `'` too, so nothing is lost. */
export function guardForCsv(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}

/** A text as a workbook's text cell, which never runs: only what the import would take off must be guarded. */
export function guardForWorkbook(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

/** A cell's text without the one `'` that kept it from running. */
export function unguard(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
