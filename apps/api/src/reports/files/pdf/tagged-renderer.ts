import rendererModule from 'pdfmake/js/Renderer.js';
import type { LaidOutPage, Line, Vector } from 'pdfmake/js/LayoutBuilder.js';
import { theDefault } from './the-default.js';

/**
 * Draws pages and says what is what: every paragraph is a P, or a heading H1 or H2, in the order it is read; charts are figures with
 * their sentence; lines, marks and page numbers are artifacts. Tables are read row by row, but are not marked as tables.
 */
export class TaggedRenderer extends theDefault(rendererModule) {
  private readonly root = this.pdfDocument.struct('Document');
  private readonly figures = new Map<string, PdfStructure>();
  private open: PdfStructure | null = null;
  private footFrom = Number.POSITIVE_INFINITY;

  override renderPages(pages: readonly LaidOutPage[], foot = 0): void {
    this.pdfDocument.addStructure(this.root);
    this.footFrom = (pages[0]?.pageSize.height ?? Number.POSITIVE_INFINITY) - foot;
    super.renderPages(pages);
    this.open?.end();
    for (const figure of this.figures.values()) figure.end();
    this.root.end();
  }

  override renderLine(line: Line, x: number, y: number): void {
    if (y >= this.footFrom) return this.artifact(() => super.renderLine(line, x, y));
    const type = line._outline ? (line._outline.parentId ? 'H2' : 'H1') : 'P';
    this.open ??= this.child(type);
    this.within(this.open, type, () => super.renderLine(line, x, y));
    if (line.lastLineInParagraph === false) return;
    this.open.end();
    this.open = null;
  }

  override renderVector(vector: Vector): void {
    if (vector.alt === undefined) return this.artifact(() => super.renderVector(vector));
    const key = vector.figure ?? `figure ${this.figures.size}`;
    const figure = this.figures.get(key) ?? this.child('Figure', { alt: vector.alt });
    this.figures.set(key, figure);
    this.within(figure, 'Figure', () => super.renderVector(vector));
  }

  private child(type: string, options: object = {}): PdfStructure {
    const element = this.pdfDocument.struct(type, options);
    this.root.add(element);
    return element;
  }

  private within(element: PdfStructure, type: string, draw: () => void): void {
    element.add(this.pdfDocument.markStructureContent(type));
    draw();
    this.pdfDocument.endMarkedContent();
  }

  private artifact(draw: () => void): void {
    this.pdfDocument.markContent('Artifact');
    draw();
    this.pdfDocument.endMarkedContent();
  }
}
