/** With a BOM for Excel, and no cell that a spreadsheet would take for a formula. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  const safe = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${lines.map((line) => line.map(safe).join(',')).join('\r\n')}\r\n`;
}

/** Hands a text to the browser to keep as a file of this name. */
export function keepCsv(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: `${name}.csv` });
  link.click();
  URL.revokeObjectURL(address);
}
