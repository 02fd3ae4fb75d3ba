import { buffer } from 'node:stream/consumers';
import {
  readinessWords,
  reportColumnWords,
  reportSheetWords,
  type CountedText,
  type DayLines,
  type ReportPage,
  type Sentence,
} from '@caseboard/wording';
import { writeWorkbook, type OutSheet } from '../../platform/sheets/sheet-writer.js';

/** The tables behind every number and chart of a report, one sheet each. */
export async function reportWorkbook(page: ReportPage): Promise<Buffer> {
  return buffer(writeWorkbook(reportSheets(page)));
}

type Head = keyof (typeof reportColumnWords)['en'];
type SheetName = keyof (typeof reportSheetWords)['en'];
type Cell = string | number | null;
/** A column by the word of its head, or its head as it stands on the page, with its shape. */
type Column = readonly [head: Head | { readonly head: string }, shape?: 'day' | 'count' | 'number'];

export function reportSheets(page: ReportPage): OutSheet[] {
  return [...standing(page), ...movement(page), ...rest(page)].map(({ name, columns, rows }) => ({
    name: reportSheetWords[page.language][name],
    headings: columns.map(([head]) => (typeof head === 'string' ? reportColumnWords[page.language][head] : head.head)),
    shapes: columns.map(([, shape]) => shape),
    rows: rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    hasFilter: true,
  }));
}

interface Table {
  readonly name: SheetName;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

const count = (counted: CountedText | null): Cell => counted?.value ?? null;
const said = ({ lead, text }: Sentence): string => [lead, text].filter(Boolean).join(' ');

function standing({ language, headline, figures, targets, trend }: ReportPage): Table[] {
  const words = readinessWords[language];
  return [
    {
      name: 'overview',
      columns: [['what'], ['now', 'count'], ['before', 'count'], ['of', 'count']],
      rows: [
        ...figures.map(({ label, now, before, of }) => [label, now.value, count(before), count(of)]),
        [headline.text, null, null, null],
      ],
    },
    {
      name: 'targets',
      columns: [
        ['specialization'],
        ['code'],
        ['status'],
        ['have', 'count'],
        ['needs', 'count'],
        ['spare', 'number'],
        ['missing'],
        ['through', 'day'],
        [{ head: targets.heads.unchanged }],
        ['notes'],
      ],
      rows: targets.rows.map((row) => [
        row.fullName,
        row.code,
        row.statusWord,
        row.have.value,
        row.needs,
        row.spare,
        row.missing,
        row.readyThrough,
        row.unchanged,
        row.notes.join('; '),
      ]),
    },
    {
      name: 'ribbon',
      columns: [['specialization'], ['from', 'day'], ['status']],
      rows: targets.rows.flatMap(({ fullName, ribbon }) => ribbon.map(({ from, status }) => [fullName, from, words[status]])),
    },
    {
      name: 'trend',
      columns: [['day', 'day'], [{ head: trend.heads.value }, 'count'], [{ head: trend.heads.targets }, 'count'], ['ahead']],
      rows: trend.points.map(({ on, value, targets: all, isAhead }) => [on, value, all, isAhead ? reportColumnWords[language].yes : '']),
    },
  ];
}

function movement({ language, changes, losses, gains, crowded, singlePoints, decisions }: ReportPage): Table[] {
  const { yes } = reportColumnWords[language];
  const lines = (name: SheetName, { lines: all }: DayLines): Table => ({
    name,
    columns: [['day', 'day'], ['specialization'], ['isTarget'], ['event'], ['why']],
    rows: all.map(({ on, name: called, isTarget, sentence }) => [on, called, isTarget ? yes : '', sentence.lead, sentence.text]),
  });
  const { before, came, went, now } = changes.heads;
  const { owner, effort, startBy, gain } = decisions.heads;
  return [
    {
      name: 'balance',
      columns: [['status'], [{ head: before }, 'count'], [{ head: came }, 'count'], [{ head: went }, 'count'], [{ head: now }, 'count']],
      rows: changes.balance.map((row) => [row.label, row.before.value, row.came.value, row.went.value, row.now.value]),
    },
    lines('changes', changes),
    lines('losses', losses),
    lines('gains', gains),
    {
      name: 'risks',
      columns: [['part'], ['sentence']],
      rows: [crowded, singlePoints].flatMap(({ heading, lines: all }) => all.map((each) => [heading, said(each)])),
    },
    {
      name: 'decisions',
      columns: [
        ['specialization'],
        ['action'],
        ['reason'],
        [{ head: owner }],
        [{ head: effort }, 'count'],
        [{ head: startBy }, 'day'],
        [{ head: gain }],
      ],
      rows: decisions.lines.map((line) => [
        line.name,
        line.sentence.lead,
        line.sentence.text,
        line.owner,
        line.effort,
        line.startBy,
        line.gain,
      ]),
    },
  ];
}

function rest({ shape, value, trust }: ReportPage): Table[] {
  const { premier, multiplier, strategies, context, china } = value;
  const sentences = (heading: string, lines: readonly Sentence[], source: string) => lines.map((each) => [heading, said(each), source]);
  const { strategy, state, owner, note } = strategies.heads;
  return [
    {
      name: 'portfolio',
      columns: [['chart'], ['group'], ['studies', 'count']],
      rows: shape.charts.flatMap(({ heading, bars }) => bars.map(({ label, count: studies }) => [heading, label, studies.value])),
    },
    {
      name: 'categories',
      columns: [['specialization'], ['asked', 'count'], ['covered'], ['open']],
      rows: shape.coverage.rows.map(({ name, asked, covered, open }) => [name, asked, covered.join('; '), open.join('; ')]),
    },
    {
      name: 'value',
      columns: [['part'], ['sentence'], ['source']],
      rows: [
        ...sentences(multiplier.heading, multiplier.lines, multiplier.source),
        ...sentences(premier.heading, premier.lines, premier.source),
        ...sentences(context.heading, context.lines, context.source),
        ...(china === null ? [] : sentences(value.heading, [china], '')),
        ...sentences(shape.heading, [shape.entities.sentence], ''),
      ],
    },
    {
      name: 'strategies',
      columns: [[{ head: strategy }], [{ head: state }], [{ head: owner }], [{ head: note }]],
      rows: strategies.rows.map((row) => [row.label, row.stateWord, row.owner, row.note]),
    },
    { name: 'trust', columns: [['sentence']], rows: trust.lines.map((each) => [said(each)]) },
  ];
}
