import type { ReportPage } from '@caseboard/wording';
import { ink } from '../pdf/look.js';
import { faces, hex, left, slide, width, type Cell, type Deck } from './slide.js';

/** A table over as many slides as it takes: a slide cannot scroll. */
export function tableSlides(
  deck: Deck,
  page: ReportPage,
  heading: string,
  { heads, rows, widths }: { heads: readonly string[]; rows: readonly (readonly Cell[])[]; widths: readonly number[] },
): void {
  const head = heads.map((text): Cell => ({ text, options: { color: hex(ink.quiet), fontSize: 11 } }));
  for (const some of chunksOf(rows, widths))
    slide(deck, page, heading).addTable([head, ...some] as never, {
      x: left,
      y: 1.25,
      w: width,
      colW: [...widths],
      fontSize: 12,
      color: hex(ink.text),
      border: { type: 'solid', pt: 0.5, color: hex(ink.line) },
      fontFace: faces[page.language],
    });
}

/** Inches that rows may take, and that a line of 12 points takes. */
const [room, lineHeight, padding] = [5.2, 0.2, 0.12];

/** Rows by slides, their heights reckoned from the length of their texts. */
function chunksOf<R extends readonly Cell[]>(rows: readonly R[], widths: readonly number[]): R[][] {
  const chunks: R[][] = [[]];
  let taken = 0;
  for (const row of rows) {
    const height = padding + lineHeight * Math.max(...row.map(({ text }, at) => linesOf(text, widths[at] ?? 1)));
    if (taken + height > room && taken > 0) {
      chunks.push([]);
      taken = 0;
    }
    chunks.at(-1)?.push(row);
    taken += height;
  }
  return chunks;
}

/** An inch holds about eleven Latin letters of 12 points, or half as many Chinese characters. */
const linesOf = (text: string, inches: number): number =>
  Math.max(1, Math.ceil([...text].reduce((sum, each) => sum + (/[\u2e80-\uffff]/.test(each) ? 2 : 1), 0) / ((inches - 0.2) * 11)));
