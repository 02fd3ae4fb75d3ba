/** The parts of pdfmake 0.3 that lay out and draw: it ships no types. CommonJS, so what is imported may hold it as `default`. */
interface PdfFont {
  readonly font: { hasGlyphForCodePoint(code: number): boolean };
}

interface PdfStructure {
  add(child: unknown): void;
  end(): void;
}

interface PdfKitDocument extends NodeJS.ReadableStream {
  provideFont(family: string, bold: boolean, italics: boolean): PdfFont;
  struct(type: string, options?: object, children?: unknown): PdfStructure;
  addStructure(element: PdfStructure): void;
  markStructureContent(type: string): unknown;
  markContent(type: string): void;
  endMarkedContent(): void;
  end(): void;
}

declare module 'pdfmake/js/PDFDocument.js' {
  const PDFDocument: new (
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    virtualFiles: null,
    mayRead: (path: string) => boolean,
  ) => PdfKitDocument;
  export default PDFDocument;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  export interface Inline {
    readonly text: string;
    readonly x: number;
    readonly width: number;
    readonly fontSize: number;
    readonly bold?: boolean;
  }
  export interface Line {
    readonly x: number;
    readonly y: number;
    readonly inlines: readonly Inline[];
    readonly lastLineInParagraph?: boolean;
    readonly _outline?: { readonly text: string; readonly parentId?: string };
    getHeight(): number;
    getWidth(): number;
  }
  export interface Vector {
    readonly type: string;
    readonly alt?: string;
    readonly figure?: string;
  }
  export interface LaidOutPage {
    readonly items: readonly ({ readonly type: 'line'; readonly item: Line } | { readonly type: 'vector'; readonly item: Vector })[];
    readonly pageSize: { readonly width: number; readonly height: number };
  }
  const LayoutBuilder: new (
    size: object,
    margins: object,
    svg: object,
  ) => {
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: unknown,
      document: PdfKitDocument,
      styles: object,
      defaultStyle: object,
      background: undefined,
      header: undefined,
      footer: (page: number, pages: number) => unknown,
      watermark: undefined,
      pageBreakBefore: (node: NodeInfo) => boolean,
    ): LaidOutPage[];
  };
  export interface NodeInfo {
    readonly headlineLevel?: number;
    readonly startPosition: { readonly verticalRatio: number };
  }
  export default LayoutBuilder;
}

declare module 'pdfmake/js/Renderer.js' {
  import type { LaidOutPage, Line, Vector } from 'pdfmake/js/LayoutBuilder.js';
  class Renderer {
    constructor(document: PdfKitDocument);
    pdfDocument: PdfKitDocument;
    renderPages(pages: readonly LaidOutPage[]): void;
    renderLine(line: Line, x: number, y: number): void;
    renderVector(vector: Vector): void;
  }
  export default Renderer;
}

declare module 'pdfmake/js/SVGMeasure.js' {
  const SVGMeasure: new () => object;
  export default SVGMeasure;
}
