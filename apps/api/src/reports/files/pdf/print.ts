import { fileURLToPath } from 'node:url';
import layoutModule, { type LaidOutPage, type NodeInfo } from 'pdfmake/js/LayoutBuilder.js';
import documentModule from 'pdfmake/js/PDFDocument.js';
import svgModule from 'pdfmake/js/SVGMeasure.js';
import type { Language } from '@caseboard/wording';
import { margins, papers, styles, tableLayouts, type Content, type Paper } from './look.js';
import { TaggedRenderer } from './tagged-renderer.js';
import { theDefault } from './the-default.js';

const PDFDocument = theDefault(documentModule);
const LayoutBuilder = theDefault(layoutModule);
const SVGMeasure = theDefault(svgModule);

export interface PrintSettings {
  readonly paper: Paper;
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  readonly foot: (page: number, pages: number) => Content;
}

export interface LaidOut {
  readonly document: PdfKitDocument;
  readonly pages: readonly LaidOutPage[];
}

const fontFile = (weight: 'regular' | 'semibold') => fileURLToPath(new URL(`../fonts/noto-sans-sc-${weight}.ttf`, import.meta.url));
const locales: { readonly [L in Language]: string } = { en: 'en', zh: 'zh-CN' };

/** A document with its fonts and nothing in it yet. */
export function blank({ paper, language, title, author }: PrintSettings): PdfKitDocument {
  const { width, height } = papers[paper];
  return new PDFDocument(
    { Noto: { normal: fontFile('regular'), bold: fontFile('semibold') } },
    {},
    {},
    {},
    {
      size: [width, height],
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: locales[language],
      autoFirstPage: false,
      fontLayoutCache: true,
      font: null,
      info: { Title: title, Author: author, Creator: 'Caseboard', Producer: 'Caseboard' },
    },
    null,
    () => true,
  );
}

/**
 * Places content on pages. A heading that would stand at the foot of one begins the next. `build` makes the content anew each time:
 * laying out fills in what it is given, and polylines would wander.
 */
export function layOut(document: PdfKitDocument, build: () => readonly Content[], { paper, foot }: PrintSettings): LaidOut {
  const broken = new Set<number>();
  for (;;) {
    const builder = new LayoutBuilder({ ...papers[paper], orientation: 'portrait' }, margins, new SVGMeasure());
    builder.registerTableLayouts(tableLayouts);
    let late: number | undefined;
    const watch = ({ headlineLevel, startPosition }: NodeInfo) => {
      if (headlineLevel !== undefined && startPosition.verticalRatio > lowestHeading) late ??= headlineLevel;
      return false;
    };
    const content = { stack: breakBefore(build(), broken) };
    const style = { font: 'Noto', fontSize: 8.5, lineHeight: 0.9 };
    const pages = builder.layoutDocument(content, document, styles, style, undefined, undefined, foot, undefined, watch);
    if (late === undefined) return { document, pages };
    broken.add(late);
  }
}

/** Numbers the headings of the main flow. What begins a page has no space above. */
function breakBefore(content: readonly Content[], broken: ReadonlySet<number>): Content[] {
  return content.map((each, at) => {
    if (!('headlineLevel' in each)) return each;
    if (!broken.has(at)) return { ...each, headlineLevel: at };
    return { ...each, headlineLevel: at, pageBreak: 'before', margin: [0, 0, 0, 6] };
  });
}

/** How far down a page a heading may stand: below it there is room for the first rows of a table. */
const lowestHeading = 0.86;

export async function toPdf({ document, pages }: LaidOut): Promise<Buffer> {
  new TaggedRenderer(document).renderPages(pages, margins.bottom);
  document.end();
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
