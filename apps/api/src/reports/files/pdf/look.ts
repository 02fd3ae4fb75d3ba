/** The look of a report on paper: the tokens of the product's light theme, sizes in points. */
import type { PageMark } from '@caseboard/wording';

export const ink = { strong: '#18191b', text: '#484b51', quiet: '#66696f', line: '#d8d7d2', edge: '#85888e', ground: '#f4f4f1' } as const;
export const ready = { text: '#066a63', fill: '#0c7f77', pale: '#93c6c1' } as const;
export const risk = { text: '#855000', fill: '#c27a0c', pale: '#e3c493' } as const;
export const not = { text: '#ad232c', fill: '#c9373f', pale: '#e9a9ad' } as const;

export const toneOf: { readonly [M in PageMark]: { readonly text: string; readonly fill: string; readonly pale: string } } = {
  ready,
  'at-risk': risk,
  'not-ready': not,
  unready: { text: ink.quiet, fill: ink.edge, pale: ink.line },
  counts: ready,
};

export const styles = {
  headline: { fontSize: 17, bold: true, color: ink.strong },
  part: { fontSize: 14, bold: true, color: ink.strong },
  heading: { fontSize: 9.5, bold: true, color: ink.strong },
  body: { fontSize: 8.5, color: ink.text },
  head: { fontSize: 7.5, color: ink.quiet },
  note: { fontSize: 7.5, color: ink.quiet },
  figure: { fontSize: 19, bold: true, color: ink.strong },
  strong: { fontSize: 8.5, bold: true, color: ink.strong },
} as const;
export type StyleName = keyof typeof styles;

/** Space around the page; the foot holds the page's number. */
export const margins = { left: 42, top: 36, right: 42, bottom: 40 };

export const papers = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
} as const;
export type Paper = keyof typeof papers;
export const widthOf = (paper: Paper): number => papers[paper].width - margins.left - margins.right;

/** Lines between rows only. */
export const tableLayouts = {
  rows: {
    hLineWidth: (at: number, node: { table: { body: unknown[]; headerRows?: number } }) =>
      at === 0 || (at === node.table.body.length && at > 0) ? 0 : 0.5,
    vLineWidth: () => 0,
    hLineColor: () => ink.line,
    paddingLeft: () => 0,
    paddingRight: () => 8,
    paddingTop: () => 2,
    paddingBottom: () => 1.5,
  },
  bare: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 8,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  },
};

/** A part of what pdfmake lays out. */
export type Content = { readonly [key: string]: unknown } | { readonly text: unknown };

export const text = (written: string, style: StyleName, more: object = {}): Content => ({ text: unbroken(written), style, ...more });

/** A text whose days stay on one line: "1 Apr 2027", 「2027年4月1日」. */
export function unbroken(written: string, look: object = {}): string | object[] {
  const parts = written.split(days).filter((part) => part !== '');
  return parts.length < 2 ? written : parts.map((part) => ({ ...look, text: part, noWrap: days.test(part) }));
}

const days = /(\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\b\d{1,2} [A-Z][a-z]{2}(?: \d{4})?\b)/;
