import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { DayLines, ReportPage } from '@caseboard/wording';
import { ink, toneOf } from '../pdf/look.js';
import { portfolio, trend } from './charts.js';
import { face, faces, hex, inTone, left, plain, Presentation, sentences, slide, width, type Cell, type Deck } from './slide.js';
import { tableSlides } from './tables.js';

/** The main pages as slides, with charts and tables that can be edited: the judgement, targets, trend, changes, ahead, decisions, value. */
export async function reportSlides(asGiven: ReportPage): Promise<Buffer> {
  const page = printable(asGiven);
  const deck = new Presentation();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = `${page.title} · ${page.partner}`;
  deck.author = page.partner;
  deck.company = 'Caseboard';
  deck.theme = { headFontFace: faces[page.language], bodyFontFace: faces[page.language] };
  for (const draw of [opening, targets, trend, changes, ahead, decisions, portfolio, value]) draw(deck, page);
  return tidied((await deck.write({ outputType: 'nodebuffer' })) as Buffer);
}

/** pptxgenjs lists parts that are not there, at which strict readers stumble, and packs loosely. */
function tidied(deck: Uint8Array): Buffer {
  const files = unzipSync(deck);
  const list = '[Content_Types].xml';
  const types = strFromU8(files[list] ?? new Uint8Array());
  const kept = types.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, part: string) => (files[part] ? override : ''));
  return Buffer.from(zipSync({ ...files, [list]: strToU8(kept) }, { level: 6 }));
}

/** Characters that XML cannot hold would make a deck that does not open. */
function printable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, '') as T;
  if (Array.isArray(value)) return value.map(printable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printable(each)])) as T;
}

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
  tableSlides(deck, page, heading, { heads: names, rows, widths: [4.7, 2.6, 0.8, 1.9, 2.1] });
}

function value(deck: Deck, page: ReportPage): void {
  const { heading, multiplier, premier, china } = page.value;
  const made = slide(deck, page, heading);
  const said = [...multiplier.lines, ...premier.lines, ...(china === null ? [] : [china])];
  sentences(made, page, said, `${multiplier.source} ${premier.source}`);
}
