import { strFromU8, unzipSync } from 'fflate';
import { reportPage, type Language } from '@caseboard/wording';
import { aReport, someLabels, type ReportSize } from '@caseboard/wording/testing';
import { format } from '../../../platform/words.js';
import { reportSlides } from './report-slides.js';

const pageOf = (language: Language, size: ReportSize = {}) => {
  const report = aReport(size);
  return reportPage(report, someLabels(report, size.isLong), { language, format, number: 4, issuedAt: '2026-11-23T01:41:00Z' });
};

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

async function slidesOf(language: Language, size?: ReportSize) {
  const files = unzipSync(await reportSlides(pageOf(language, size)));
  const slides = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const xml = slides.map((name) => strFromU8(files[name] ?? new Uint8Array()));
  const texts = xml.map((each) => [...each.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => unescaped(text ?? '')).join(' '));
  const types = strFromU8(files['[Content_Types].xml'] ?? new Uint8Array());
  const listed = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part ?? '');
  return { files: Object.keys(files), listed, xml, all: texts.join('\n').replace(/\s+/g, ' ') };
}

describe.each(['en', 'zh'] as const)('The slides of a report in %s', (language) => {
  it('say the judgement, the figures, every target, change, loss and decision', async () => {
    const page = pageOf(language);
    const { all } = await slidesOf(language);
    const lines = [page.changes, page.losses, page.decisions].flatMap((part) => part.lines.map(({ sentence }) => sentence.text));
    const targets = page.targets.rows.flatMap(({ name, haveOfNeeds, unchanged }) => [name, haveOfNeeds, unchanged]);
    for (const text of [page.headline.text, ...page.figures.map(({ now }) => now.text), ...targets, ...lines])
      expect(all).toContain(text.replace(/\s+/g, ' '));
    expect(all).toContain(page.value.multiplier.source);
  });

  it('are a file in which every part that is listed is there', async () => {
    const { files, listed } = await slidesOf(language);
    expect(listed.filter((part) => !files.includes(part))).toEqual([]);
  });

  it('have charts that can be edited', async () => {
    const { files } = await slidesOf(language);
    expect(files.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(5);
    expect(files.filter((name) => name.endsWith('.xlsx'))).toHaveLength(5);
  });

  it('put long tables on several slides, and make an empty report too', async () => {
    const long = await slidesOf(language, { targets: 30, losses: 30, isLong: true });
    expect(long.xml.length).toBeGreaterThan((await slidesOf(language)).xml.length);
    const empty = await slidesOf(language, { targets: 0, studies: 0, losses: 0 });
    expect(empty.all).toContain(pageOf(language, { targets: 0, studies: 0, losses: 0 }).headline.text);
  });
});
