/** The first page: the one page for the board. */
import type { DayLine, Figure, ReportPage, Sentence, TargetRow } from '@caseboard/wording';
import { axis, ribbon, trend } from './charts.js';
import { ink, text, toneOf, unbroken, type Content } from './look.js';
import { mark, pips } from './marks.js';

/** How much of each list stands on the page; the rest follows on later pages. */
export interface Room {
  readonly targets: number;
  readonly lines: number;
  readonly decisions: number;
}

export function board(page: ReportPage, width: number, room: Room, more: (count: number) => string): Content[] {
  const half = (width - 24) / 2;
  const pair = (left: Content[], right: Content[]): Content => ({
    columns: [
      { width: half, stack: left },
      { width: half, stack: right },
    ],
    columnGap: 24,
    unbreakable: true,
    margin: [0, 12, 0, 0],
  });
  return [
    letterhead(page),
    rule(width),
    text(page.headline.text, 'headline', {
      margin: [0, 10, 0, 8],
      outline: true,
      outlineText: page.parts.board,
      id: 'board',
      outlineExpanded: true,
    }),
    figures(page.figures, width),
    ...targets(page, page.targets.rows.slice(0, room.targets), width),
    ...rest(page.targets.rows.length - room.targets, more),
    pair(
      [heading(page.trend.heading, 'board'), trend(page.trend, half)],
      [heading(page.changes.heading, 'board'), ...lines(page.changes, room.lines, half, more)],
    ),
    pair(
      [heading(page.losses.heading, 'board'), ...lines(page.losses, room.lines, half, more)],
      [heading(page.decisions.heading, 'board'), ...decisions(page, room.decisions, half, more)],
    ),
    rule(width, 10),
    ...page.foot.map((each) => ({ text: runs(each), style: 'note', margin: [0, 3, 0, 0] })),
  ];
}

export const heading = (written: string, part: string): Content =>
  text(written, 'heading', { margin: [0, 0, 0, 5], outline: true, outlineParentId: part });

export const rule = (width: number, above = 6): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: ink.line }],
  margin: [0, above, 0, 0],
});

/** A sentence with what comes first in bold. */
export const runs = ({ lead, text: said }: Sentence): object[] => [
  ...(lead === '' ? [] : [{ ...first, text: unbroken(lead, first) }, { text: /[。：，]$/.test(lead) ? '' : ' ' }]),
  { text: unbroken(said) },
];
const first = { bold: true, color: ink.strong };

const rest = (count: number, more: (count: number) => string): Content[] =>
  count > 0 ? [text(more(count), 'note', { margin: [0, 2, 0, 0] })] : [];

const letterhead = ({ partner, subtitle, title }: ReportPage): Content => ({
  columns: [text(partner, 'strong', { width: '*' }), text(`${title} · ${subtitle}`, 'note', { width: 312, alignment: 'right' })],
  columnGap: 16,
});

function figures(shown: readonly Figure[], width: number): Content {
  const cell = width / shown.length;
  return {
    table: { widths: shown.map(() => cell - 12), body: [shown.map(figure)] },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: (at: number) => (at === 0 || at === shown.length ? 0 : 0.5),
      hLineColor: () => ink.line,
      vLineColor: () => ink.line,
      paddingLeft: (at: number) => (at === 0 ? 0 : 12),
      paddingRight: (at: number) => (at === 0 ? 12 : 0),
      paddingTop: () => 6,
      paddingBottom: () => 5,
    },
  };
}

const figure = ({ mark: of, label, now, before, of: whole }: Figure): Content => ({
  stack: [
    { columns: [mark(of, { margin: [0, 1, 0, 0] }), text(label, 'body', { width: '*' })] },
    {
      columns: [
        text(now.text, 'figure', { width: 'auto' }),
        { width: '*', margin: [0, 4, 0, 0], stack: [before, whole].filter((each) => each !== null).map((each) => text(each.text, 'note')) },
      ],
      columnGap: 7,
    },
  ],
});

/** Rows of targets; on later pages with what else is to be known of each. */
export function targets({ targets: table }: ReportPage, rows: readonly TargetRow[], width: number, withNotes = false): Content[] {
  const fixed = { mark: 9, status: 44, have: 20, pips: 46, unchanged: 136, ahead: 92 };
  const gaps = 7 * 8;
  const name = width - gaps - Object.values(fixed).reduce((sum, each) => sum + each, 0);
  const { target, status, studies, unchanged } = table.heads;
  const head = [
    { ...text(target, 'head'), colSpan: 2 },
    {},
    text(status, 'head'),
    { ...text(studies, 'head'), colSpan: 2 },
    {},
    text(unchanged, 'head'),
    axis(table.months, fixed.ahead),
  ];
  const opening = { ...heading(table.heading, 'board'), margin: [0, 12, 0, 1] };
  if (table.none !== null) return [...(withNotes ? [] : [opening]), text(table.none, 'body')];
  return [
    ...(withNotes ? [] : [opening]),
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: [fixed.mark, name, fixed.status, fixed.have, fixed.pips, fixed.unchanged, fixed.ahead],
        body: [head, ...rows.map((row) => targetRow(row, fixed.ahead, withNotes))],
      },
      layout: 'rows',
    },
  ];
}

const targetRow = (row: TargetRow, ahead: number, withNotes: boolean): Content[] => [
  mark(row.status, { margin: [0, 1.5, 0, 0] }),
  {
    stack: [text(row.name, 'strong', { bold: false }), ...(withNotes && row.notes.length > 0 ? [text(row.notes.join(' · '), 'note')] : [])],
  },
  text(row.statusWord, 'body', { color: toneOf[row.status].text }),
  text(row.haveOfNeeds, 'strong', { bold: false, noWrap: true }),
  pips(row.have.value, row.needs, row.status, { margin: [0, 1.5, 0, 0] }),
  text(row.unchanged, 'body'),
  ribbon(row.ribbon, ahead, row.ahead, { margin: [0, 1.5, 0, 0] }),
];

/** Changes, losses, gains: the day, the mark, what happened. */
export function lines(
  { lines: all, none }: { readonly lines: readonly DayLine[]; readonly none: string | null },
  room: number,
  width: number,
  more: (count: number) => string,
): Content[] {
  if (none !== null) return [text(none, 'body')];
  const day = all.some(({ day: written }) => /\d{4}/.test(written)) ? 62 : 38;
  const body = all
    .slice(0, room)
    .map((line) => [
      text(line.day, 'body', { color: ink.quiet, noWrap: true }),
      mark(line.mark, { margin: [0, 1.5, 0, 0] }),
      { text: runs(line.sentence), style: 'body' },
    ]);
  return [
    { table: { dontBreakRows: true, widths: [day, 9, width - day - 9 - 24], body }, layout: 'bare' },
    ...rest(all.length - room, more),
  ];
}

function decisions(
  { decisions: { lines: all, none } }: ReportPage,
  room: number,
  width: number,
  more: (count: number) => string,
): Content[] {
  if (none !== null) return [text(none, 'body')];
  const body = all.slice(0, room).map((line, at) => [
    text(String(at + 1), 'body', { color: ink.quiet }),
    {
      stack: [{ text: runs(line.sentence), style: 'body' }, text(line.detail, 'note')],
    },
  ]);
  return [{ table: { dontBreakRows: true, widths: [9, width - 9 - 16], body }, layout: 'bare' }, ...rest(all.length - room, more)];
}
