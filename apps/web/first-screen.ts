import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const kilobyte = 1000;

/**
 * Prints what a browser loads before Home and the sign-in page stand, gzipped, and fails the build above the budget:
 * the entry with its static imports, and the page's own chunk with its.
 */
export function firstScreenBudget(pages: readonly string[], budgetKb: number): Plugin {
  return {
    name: 'first-screen-budget',
    apply: 'build',
    writeBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const entry = chunks.find((chunk) => chunk.isEntry);
      for (const page of pages) {
        const own = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(page));
        const loaded = new Set<string>();
        const visit = (file: string) => {
          if (loaded.has(file)) return;
          loaded.add(file);
          byFile.get(file)?.imports.forEach(visit);
        };
        for (const start of [entry, own]) if (start) visit(start.fileName);
        const bytes = [...loaded].reduce((sum, file) => sum + gzipSync(byFile.get(file)?.code ?? '').length, 0);
        const text = `First screen ${page}: ${(bytes / kilobyte).toFixed(1)} KB of JavaScript, gzipped, of ${budgetKb} KB`;
        if (bytes > budgetKb * kilobyte) this.error(text);
        this.info(text);
      }
    },
  };
}
