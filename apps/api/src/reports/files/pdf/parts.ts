/** The pages after the first: everything the board's page leaves out, then the portfolio, its value, and how far to trust it. */
import { reportWords, type BarChart, type Language, type ReportPage, type Sentence, type Sentences } from '@caseboard/wording';
import { say } from '../../../platform/words.js';
import { heading, lines, rule, runs, targets } from './board.js';
import { bars } from './charts.js';
import { text, toneOf, type Content } from './look.js';
import { mark } from './marks.js';

const everything = Number.POSITIVE_INFINITY;
const nothing = () => '';

export function parts(page: ReportPage, width: number): Content[] {
  const { changes, losses, gains, crowded, singlePoints, decisions, shape, value, trust } = page;
  return [
    ...part('targets', page.targets.heading, true),
    ...targets(page, page.targets.rows, width, true),
    ...part('changes', changes.heading),
    ...balance(page),
    ...lines(changes, everything, width, nothing),
    ...part('ahead', page.parts.ahead),
    heading(losses.heading, 'ahead'),
    ...lines(losses, everything, width, nothing),
    spaced(heading(gains.heading, 'ahead')),
    ...lines(gains, everything, width, nothing),
    ...said(crowded, 'ahead'),
    ...said(singlePoints, 'ahead'),
    ...part('decisions', decisions.heading),
    ...decisionTable(page, width),
    ...part('shape', shape.heading),
    ...shapes(page, width),
    ...part('value', value.heading),
    ...worth(page, width),
    ...part('trust', trust.heading),
    ...trust.lines.map(paragraph),
  ];
}

const part = (id: string, written: string, isFirst = false): Content[] => [
  text(written, 'part', {
    id,
    outline: true,
    outlineText: written,
    headlineLevel: 1,
    margin: [0, isFirst ? 0 : 20, 0, 6],
    ...(isFirst ? { pageBreak: 'before' } : {}),
  }),
];

const spaced = (content: Content): Content => ({ ...content, margin: [0, 10, 0, 5], headlineLevel: 2 });
const paragraph = (sentence: Sentence): Content => ({ text: runs(sentence), style: 'body', margin: [0, 0, 0, 3] });

const said = ({ heading: title, lines: all, none }: Sentences, under: string): Content[] => [
  spaced(heading(title, under)),
  ...(none === null ? all.map(paragraph) : [text(none, 'body')]),
];

/** The sum of the changes, which is the difference. */
function balance({ changes: { balance: rows, heads } }: ReportPage): Content[] {
  if (rows.length === 0) return [];
  const numbers = ['before', 'came', 'went', 'now'] as const;
  const right = { alignment: 'right' };
  const head = [text(heads.status, 'head', { colSpan: 2 }), {}, ...numbers.map((key) => text(heads[key], 'head', right))];
  const body = rows.map((row) => [
    mark(row.mark, { margin: [0, 1.5, 0, 0] }),
    text(row.label, 'body', { color: toneOf[row.mark].text }),
    ...numbers.map((key) => text(signed(key, row[key].value), 'body', right)),
  ]);
  return [
    {
      table: { headerRows: 1, keepWithHeaderRows: rows.length, widths: [9, 70, 80, 44, 44, 80], body: [head, ...body] },
      layout: 'rows',
      margin: [0, 0, 0, 8],
    },
  ];
}

const signs = { before: '', came: '+', went: '−', now: '' } as const;
const signed = (key: keyof typeof signs, value: number): string => (value === 0 ? '0' : `${signs[key]}${value}`);

function decisionTable({ decisions: { lines: all, heads, none } }: ReportPage, width: number): Content[] {
  if (none !== null) return [text(none, 'body')];
  const fixed = { owner: 70, effort: 36, startBy: 76, gain: 88 };
  const action = width - 5 * 8 - Object.values(fixed).reduce((sum, each) => sum + each, 0);
  const head = (['action', 'owner', 'effort', 'startBy', 'gain'] as const).map((key) =>
    text(heads[key], 'head', key === 'effort' ? { alignment: 'right' } : {}),
  );
  const body = all.map((line) => [
    { text: runs(line.sentence), style: 'body' },
    { stack: line.owner.split(/(?=@)/).map((part) => text(part, 'body')) },
    text(String(line.effort), 'body', { alignment: 'right' }),
    text(line.startByDay, 'body'),
    text(line.gain, 'body'),
  ]);
  const widths = [action, fixed.owner, fixed.effort, fixed.startBy, fixed.gain];
  return [{ table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body: [head, ...body] }, layout: 'rows' }];
}

/** The bars two by two, then legal entities and categories. */
function shapes({ language, shape: { charts, entities, coverage } }: ReportPage, width: number): Content[] {
  const half = (width - 24) / 2;
  const chart = (shown: BarChart): Content => ({
    width: half,
    stack: [heading(shown.heading, 'shape'), ...bars(shown, half, mostBars), ...moreBars(shown, language)],
  });
  const drawn = charts.filter((each) => each.bars.length > 0);
  const pairs = Array.from({ length: Math.ceil(drawn.length / 2) }, (_, at) => drawn.slice(2 * at, 2 * at + 2));
  const covered = coverage.rows.map((row) => [
    text(row.name, 'body'),
    text(row.text, 'body'),
    text(row.covered.join(', '), 'body'),
    text(row.open.join(', '), 'body'),
  ]);
  const { name, asked, covered: coveredHead, open } = coverage.heads;
  const quarter = (width - 4 * 8) / 4;
  return [
    ...pairs.map((pair): Content => ({ columns: pair.map(chart), columnGap: 24, unbreakable: true, margin: [0, 0, 0, 10] })),
    paragraph(entities.sentence),
    ...(covered.length === 0
      ? []
      : [
          spaced(heading(coverage.heading, 'shape')),
          {
            table: {
              headerRows: 1,
              keepWithHeaderRows: 1,
              dontBreakRows: true,
              widths: [quarter, quarter, quarter, quarter],
              body: [[name, asked, coveredHead, open].map((head) => text(head, 'head')), ...covered],
            },
            layout: 'rows',
          },
        ]),
  ];
}

const mostBars = 12;
const moreBars = ({ bars: all }: BarChart, language: Language): Content[] =>
  all.length > mostBars ? [text(say(reportWords, 'more', language, { count: all.length - mostBars }), 'note')] : [];

function worth({ value: { premier, multiplier, strategies, context, china } }: ReportPage, width: number): Content[] {
  const { strategy, state, owner, note } = strategies.heads;
  const widths = [132, 60, 100, width - 132 - 60 - 100 - 4 * 8];
  const rows = strategies.rows.map((row) => [row.label, row.stateWord, row.owner, row.note].map((cell) => text(cell, 'body')));
  return [
    heading(multiplier.heading, 'value'),
    ...multiplier.lines.map(paragraph),
    text(multiplier.source, 'note'),
    spaced(heading(premier.heading, 'value')),
    ...premier.lines.map(paragraph),
    text(premier.source, 'note'),
    spaced(heading(strategies.heading, 'value')),
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths,
        body: [[strategy, state, owner, note].map((head) => text(head, 'head')), ...rows],
      },
      layout: 'rows',
    },
    spaced(heading(context.heading, 'value')),
    ...context.lines.map(paragraph),
    text(context.source, 'note'),
    ...(china === null ? [] : [rule(width, 8), { ...paragraph(china), margin: [0, 6, 0, 0] }]),
  ];
}
