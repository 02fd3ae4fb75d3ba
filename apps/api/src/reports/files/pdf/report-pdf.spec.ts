import type { LaidOutPage, Line } from 'pdfmake/js/LayoutBuilder.js';
import { reportPage, type Counted, type Language, type ReportPage, type Sentence } from '@caseboard/wording';
import { aReport, someLabels, type ReportSize } from '@caseboard/wording/testing';
import { format } from '../../../platform/words.js';
import { margins, type Paper } from './look.js';
import { missingGlyph } from './legible.js';
import { layOutReport, reportPdf } from './report-pdf.js';

const pageOf = (language: Language, size: ReportSize): ReportPage => {
  const report = aReport(size);
  return reportPage(report, someLabels(report, size.isLong), { language, format, number: 4, issuedAt: '2026-11-23T01:41:00Z' });
};

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly isHeading: boolean;
}

const linesOf = ({ items }: LaidOutPage): Line[] => items.flatMap((each) => (each.type === 'line' ? [each.item] : []));

/** Where the letters of a line stand; the space around them belongs to nobody. */
function boxOf(line: Line): Box {
  const text = line.inlines.map((inline) => inline.text).join('');
  const last = line.inlines.at(-1);
  const first = line.inlines[0];
  const left = line.x + (first?.x ?? 0);
  const right = line.x + (last ? last.x + last.width * (last.text.trimEnd().length / Math.max(1, last.text.length)) : 0);
  const inset = line.getHeight() * 0.2;
  return { text, left, right, top: line.y + inset, bottom: line.y + line.getHeight() - inset, isHeading: line._outline !== undefined };
}

const boxesOf = (page: LaidOutPage): Box[] =>
  linesOf(page)
    .map(boxOf)
    .filter(({ text }) => text.trim() !== '');
const isFoot = (box: Box, { pageSize }: LaidOutPage) => box.top > pageSize.height - margins.bottom;
const overlap = (one: Box, other: Box) =>
  one.left < other.right - 0.5 && other.left < one.right - 0.5 && one.top < other.bottom - 0.5 && other.top < one.bottom - 0.5;
const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

function every<T>(value: unknown, is: (each: object) => boolean): T[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((each) => every<T>(each, is));
  return is(value) ? [value as T, ...inner] : inner;
}

const sizes = {
  'ten targets': {},
  nothing: { targets: 0, studies: 0, losses: 0 },
  'thirty targets with long names': { targets: 30, losses: 30, isLong: true },
} as const satisfies Record<string, ReportSize>;

const cases = (['en', 'zh'] as const).flatMap((language) =>
  (['a4', 'letter'] as const).flatMap((paper) =>
    Object.entries(sizes).map(([name, size]): [Language, Paper, string, ReportSize] => [language, paper, name, size]),
  ),
);

describe.each(cases)('A report in %s on %s with %s', (language, paper, _name, size) => {
  const page = pageOf(language, size);
  const { pages, document } = layOutReport(page, paper);
  const boxes = pages.map(boxesOf);

  it('has no text outside the page', () => {
    const outside = pages.flatMap(({ pageSize: { width, height } }, at) =>
      (boxes[at] ?? []).filter(
        ({ left, right, top, bottom }) => left < margins.left - 1 || right > width - margins.right + 1 || top < 0 || bottom > height,
      ),
    );
    expect(outside).toEqual([]);
  });

  it('has no text over another', () => {
    const over = boxes.flatMap((all) =>
      all.flatMap((one, at) =>
        all
          .slice(at + 1)
          .filter((other) => overlap(one, other))
          .map((other) => [one, other]),
      ),
    );
    expect(over).toEqual([]);
  });

  it('ends no page with a heading', () => {
    for (const [at, laidOut] of pages.entries()) {
      const all = (boxes[at] ?? []).filter((box) => !isFoot(box, laidOut));
      for (const heading of all.filter(({ isHeading }) => isHeading)) expect(all.some(({ top }) => top > heading.bottom)).toBe(true);
    }
  });

  it('gives the board one page, and says how many there are', () => {
    const [board = [], second] = boxes;
    expect(second?.[0]?.text).toBe(page.targets.heading);
    for (const heading of [page.targets, page.trend, page.changes, page.losses, page.decisions].map((part) => part.heading))
      expect(board.map(({ text }) => text)).toContain(heading);
    for (const [at, all] of boxes.entries()) expect(squeezed(all.at(-1)?.text ?? '')).toContain(String(at + 1));
  });

  it('says every sentence and number of the page', () => {
    const printed = squeezed(
      boxes
        .flat()
        .map(({ text }) => text)
        .join(''),
    );
    const said = every<Sentence>(page, (each) => 'lead' in each && 'rests' in each).flatMap(({ lead, text }) => [lead, text]);
    const figures = [page.figures, page.changes.balance].flatMap((each) =>
      every<{ value: number; text: string; counted: Counted }>(each, (one) => 'counted' in one),
    );
    const rows = page.targets.rows.flatMap(({ name, statusWord, haveOfNeeds, unchanged }) => [name, statusWord, haveOfNeeds, unchanged]);
    for (const text of [...said, ...figures.map((each) => each.text), ...rows]) {
      const parts = text.normalize('NFC').split(/\p{Script=Hangul}+/u);
      for (const part of parts) expect(printed).toContain(squeezed(part));
    }
  });

  it('has a glyph for every character', () => {
    const { font } = document.provideFont('Noto', false, false);
    const printed = boxes
      .flat()
      .map(({ text }) => text)
      .join('');
    expect([...printed].filter((each) => !font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0))).toEqual([]);
  });
});

it('A report as PDF has its title, its language, bookmarks, tags and fonts of its own', async () => {
  const pdf = (await reportPdf(pageOf('zh', sizes['ten targets']), 'a4')).toString('latin1');
  expect(pdf).toContain('/Lang (zh-CN)');
  expect(pdf).toMatch(/\/Marked true/);
  expect(pdf).toMatch(/\/Outlines \d+ 0 R/);
  expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/);
  expect(pdf).toMatch(/\/S \/H1/);
  expect(pdf).toMatch(/\/S \/Figure/);
  expect([...pdf.matchAll(/\/FontFile2/g)]).toHaveLength(2);
});

it('Where the fonts lack a character stands a box, and the report says so', () => {
  const page = pageOf('en', { losses: 10 });
  const { pages } = layOutReport(page, 'a4');
  const printed = pages
    .flatMap(boxesOf)
    .map(({ text }) => text)
    .join(' ');
  expect(JSON.stringify(page)).toContain('한국전력공사');
  expect(printed).toContain(missingGlyph.repeat(6));
  expect(printed).toContain('□ stands for a character that the fonts of this file do not have.');
});
