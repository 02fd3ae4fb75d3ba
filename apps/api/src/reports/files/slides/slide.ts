import pptxModule from 'pptxgenjs';
import type { PageMark, ReportPage, Sentence } from '@caseboard/wording';
import { ink, toneOf } from '../pdf/look.js';
import { theDefault } from '../pdf/the-default.js';

export const Presentation = theDefault(pptxModule);
export type Deck = InstanceType<typeof Presentation>;
export type Slide = ReturnType<Deck['addSlide']>;
export type Cell = { text: string; options?: object };

/** Fonts that come with every office; a deck embeds none. */
export const faces = { en: 'Arial', zh: 'Microsoft YaHei' } as const;
export const hex = (color: string): string => color.slice(1).toUpperCase();
/** Inches: where content begins, and how wide it is. */
export const [left, width] = [0.6, 12.1];

/** A slide with its heading and the report's name. */
export function slide(deck: Deck, page: ReportPage, heading: string): Slide {
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

export const face = ({ language }: ReportPage) => ({ fontFace: faces[language], lang: language === 'zh' ? 'zh-CN' : 'en-US', margin: 0 });

export function sentences(made: Slide, page: ReportPage, said: readonly (Sentence | string)[], source = ''): void {
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

const runs = ({ lead, text }: Sentence): Cell[] => [
  ...(lead === '' ? [] : [{ text: `${lead} `, options: { bold: true, color: hex(ink.strong) } }]),
  { text, options: {} },
];

export const inTone = (text: string, mark: PageMark): Cell => ({ text, options: { color: hex(toneOf[mark].text) } });
export const plain = (text: string): Cell => ({ text });
