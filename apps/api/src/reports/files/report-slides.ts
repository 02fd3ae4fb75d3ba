import pptxModule from 'pptxgenjs';
import type { DayLines, PageMark, ReportPage, Sentence } from '@caseboard/wording';
import { ink, toneOf } from './pdf/look.js';
import { theDefault } from './pdf/the-default.js';

const Presentation = theDefault(pptxModule);
type Deck = InstanceType<typeof Presentation>;
type Slide = ReturnType<Deck['addSlide']>;
type Cell = { text: string; options?: object };

/** The main pages as slides, with charts and tables that can be edited: the judgement, targets, trend, changes, ahead, decisions, value. */
export async function reportSlides(page: ReportPage): Promise<Buffer> {
  const deck = new Presentation();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = `${page.title}: ${page.partner}`;
  deck.author = page.partner;
  deck.company = 'Caseboard';
  deck.theme = { headFontFace: faces[page.language], bodyFontFace: faces[page.language] };
  for (const draw of [opening, targets, trend, changes, ahead, decisions, portfolio, value]) draw(deck, printable(page));
  return (await deck.write({ outputType: 'nodebuffer', compression: true })) as Buffer;
}

/** Fonts that come with every office; a deck embeds none. */
const faces = { en: 'Arial', zh: 'Microsoft YaHei' } as const;
const hex = (color: string): string => color.slice(1).toUpperCase();
const [left, width] = [0.6, 12.1];

/** Characters that XML cannot hold would make a deck that does not open. */
function printable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, '') as T;
  if (Array.isArray(value)) return value.map(printable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printable(each)])) as T;
}

function slide(deck: Deck, page: ReportPage, heading: string): Slide {
  const made = deck.addSlide();
  made.addText(heading, {
    x: left,
    y: 0.35,
    w: width,
    h: 0.7,
    fontSize: 24,
    bold: true,
    color: hex(ink.strong),
    fit: 'shrink',
    ...face(page),
  });
  made.addText(`${page.partner} · ${page.title} · ${page.subtitle}`, {
    x: left,
    y: 7.05,
    w: width,
    h: 0.3,
    fontSize: 10,
    color: hex(ink.quiet),
    ...face(page),
  });
  return made;
}

const face = ({ language }: ReportPage) => ({ fontFace: faces[language], lang: language === 'zh' ? 'zh-CN' : 'en-US', margin: 0 });
const runs = ({ lead, text }: Sentence): Cell[] => [
  ...(lead === '' ? [] : [{ text: `${lead} `, options: { bold: true, color: hex(ink.strong) } }]),
  { text, options: {} },
];

function opening(deck: Deck, page: ReportPage): void {
  const made = slide(deck, page, page.title);
  made.addText(page.headline.text, {
    x: left,
    y: 1.4,
    w: width,
    h: 1.6,
    fontSize: 32,
    bold: true,
    valign: 'top',
    color: hex(ink.strong),
    fit: 'shrink',
    ...face(page),
  });
  const cell = width / page.figures.length;
  page.figures.forEach(({ mark, label, now, before, of }, at) => {
    const place = { x: left + at * cell, w: cell - 0.2 };
    made.addText(label, { ...place, y: 3.5, h: 0.4, fontSize: 14, color: hex(toneOf[mark].text), ...face(page) });
    made.addText(now.text, { ...place, y: 3.9, h: 0.9, fontSize: 44, bold: true, color: hex(ink.strong), ...face(page) });
    const note = [before?.text, of?.text].filter(Boolean).join(' · ');
    made.addText(note, { ...place, y: 4.8, h: 0.4, fontSize: 12, color: hex(ink.quiet), ...face(page) });
  });
}

/** A table over as many slides as it takes: a slide cannot scroll. */
function tableSlides(
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

const inTone = (text: string, mark: PageMark): Cell => ({ text, options: { color: hex(toneOf[mark].text) } });
const plain = (text: string): Cell => ({ text });

function targets(deck: Deck, page: ReportPage): void {
  const { heading, heads, rows, none } = page.targets;
  if (none !== null) return sentences(slide(deck, page, heading), page, [none]);
  const cells = rows.map((row) => [
    plain(row.name),
    inTone(row.statusWord, row.status),
    plain(row.haveOfNeeds),
    plain([row.unchanged, ...row.notes].join(' · ')),
    plain(row.ahead),
  ]);
  const names = [heads.target, heads.status, heads.studies, heads.unchanged, heads.ahead];
  tableSlides(deck, page, heading, { heads: names, rows: cells, widths: [3, 1.2, 0.9, 3.2, 3.8] });
}

/** Counts step and do not slope, so they stand as columns, one for each point. */
function trend(deck: Deck, page: ReportPage): void {
  const { heading, points, heads, aheadLabel, sentence, top } = page.trend;
  const made = slide(deck, page, heading);
  if (points.length === 0) return;
  const labels = points.map(({ day }) => day);
  made.addChart(
    deck.ChartType.bar,
    [
      { name: heads.value, labels, values: points.map(({ value: count, isAhead }) => (isAhead ? 0 : count)) },
      { name: aheadLabel, labels, values: points.map(({ value: count, isAhead }) => (isAhead ? count : 0)) },
    ],
    {
      x: left,
      y: 1.2,
      w: width,
      h: 5.2,
      barGrouping: 'stacked',
      chartColors: [hex(toneOf.ready.fill), hex(toneOf.ready.pale)],
      valAxisMaxVal: top,
      valAxisMinVal: 0,
      showLegend: true,
      legendPos: 'b',
      catAxisLabelFontSize: 10,
      valAxisLabelFontSize: 10,
      altText: sentence,
    },
  );
  made.addText(sentence, { x: left, y: 6.45, w: width, h: 0.5, fontSize: 12, color: hex(ink.text), ...face(page) });
}

function lines(deck: Deck, page: ReportPage, { heading, lines: all, none }: DayLines): void {
  if (none !== null) return sentences(slide(deck, page, heading), page, [none]);
  const rows = all.map((line): Cell[] => [plain(line.day), inTone(line.sentence.lead, line.mark), plain(line.sentence.text)]);
  const heads = [page.trend.heads.day, page.targets.heads.target, ''];
  tableSlides(deck, page, heading, { heads, rows, widths: [1.7, 3.6, 6.8] });
}

function changes(deck: Deck, page: ReportPage): void {
  lines(deck, page, page.changes);
}

function ahead(deck: Deck, page: ReportPage): void {
  lines(deck, page, page.losses);
  if (page.gains.none === null) lines(deck, page, page.gains);
}

function decisions(deck: Deck, page: ReportPage): void {
  const { heading, heads, lines: all, none } = page.decisions;
  if (none !== null) return sentences(slide(deck, page, heading), page, [none]);
  const rows = all.map((line): Cell[] => [
    plain(`${line.sentence.lead} ${line.sentence.text}`),
    plain(line.owner),
    plain(String(line.effort)),
    plain(line.startByDay),
    plain(line.gain),
  ]);
  const names = [heads.action, heads.owner, heads.effort, heads.startBy, heads.gain];
  tableSlides(deck, page, heading, { heads: names, rows, widths: [5.2, 1.7, 0.9, 2.1, 2.2] });
}

function portfolio(deck: Deck, page: ReportPage): void {
  const shown = page.shape.charts.filter(({ bars }) => bars.length > 0).slice(0, 4);
  if (shown.length === 0) return;
  const made = slide(deck, page, page.shape.heading);
  shown.forEach(({ heading, heads, bars }, at) => {
    const most = bars.slice(0, 8);
    made.addChart(
      deck.ChartType.bar,
      [{ name: heads.count, labels: most.map(({ label }) => label), values: most.map(({ count }) => count.value) }],
      {
        x: left + (at % 2) * (width / 2),
        y: 1.1 + Math.floor(at / 2) * 2.9,
        w: width / 2 - 0.2,
        h: 2.8,
        barDir: 'bar',
        catAxisOrientation: 'maxMin' as 'minMax',
        valAxisHidden: true,
        valGridLine: { style: 'none' },
        showTitle: true,
        title: heading,
        titleFontSize: 12,
        showValue: true,
        chartColors: [hex(toneOf.ready.fill)],
        catAxisLabelFontSize: 10,
        altText: heading,
      },
    );
  });
}

function value(deck: Deck, page: ReportPage): void {
  const { heading, multiplier, premier, china } = page.value;
  const made = slide(deck, page, heading);
  const said = [...multiplier.lines, ...premier.lines, ...(china === null ? [] : [china])];
  sentences(made, page, said, `${multiplier.source} ${premier.source}`);
}

function sentences(made: Slide, page: ReportPage, said: readonly (Sentence | string)[], source = ''): void {
  const written = said.flatMap((each) => {
    const parts = typeof each === 'string' ? [plain(each)] : runs(each);
    return parts.map((part, at) => ({ text: part.text, options: { ...part.options, breakLine: at === parts.length - 1 } }));
  });
  made.addText(written, {
    x: left,
    y: 1.25,
    w: width,
    h: 4.9,
    fontSize: 14,
    color: hex(ink.text),
    valign: 'top',
    paraSpaceAfter: 8,
    fit: 'shrink',
    ...face(page),
  });
  if (source !== '') made.addText(source, { x: left, y: 6.3, w: width, h: 0.5, fontSize: 10, color: hex(ink.quiet), ...face(page) });
}
