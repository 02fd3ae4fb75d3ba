/** The shapes of the product's vocabulary as vectors, 9 points wide: circles for specializations, a square for studies. */
import type { PageMark } from '@caseboard/wording';
import { ink, toneOf, type Content } from './look.js';

export type Vectors = readonly object[];

const size = 9;
const middle = size / 2;
const tick = { type: 'polyline', lineWidth: 1.1, lineColor: '#ffffff', points: points([2.5, 4.7], [4, 6.2], [6.6, 3.1]) };
const ring = (color: string) => ({ type: 'ellipse', x: middle, y: middle, r1: 3.9, r2: 3.9, lineWidth: 1.1, lineColor: color });

const shapes: { readonly [M in PageMark]: (fill: string) => Vectors } = {
  ready: (fill) => [{ type: 'ellipse', x: middle, y: middle, r1: 4.4, r2: 4.4, color: fill }, tick],
  'at-risk': (fill) => [ring(fill), { type: 'polyline', color: fill, closePath: true, points: lowerHalf(2.7) }],
  'not-ready': (fill) => [ring(fill)],
  unready: (fill) => [ring(fill)],
  counts: (fill) => [{ type: 'rect', x: 0.4, y: 0.4, w: 8.2, h: 8.2, r: 1.6, color: fill }, tick],
};

export const mark = (of: PageMark, more: object = {}): Content => ({
  canvas: structuredClone(shapes[of](toneOf[of].fill)),
  width: size + 6,
  ...more,
});

/** Filled pips up to the need, empty ones for what is missing, a notch, paler ones for what is to spare. */
export function pips(have: number, need: number, of: PageMark, more: object = {}): Content {
  const { fill, pale } = toneOf[of];
  const step = 5.2;
  const most = 12;
  const [filled, needed] = [Math.min(have, need, most), Math.min(need, most)];
  const spare = Math.max(0, Math.min(have - need, most - needed));
  const pip = (at: number, look: object) => ({ type: 'rect', x: at, y: 0.5, w: 3.6, h: 7.5, r: 0.8, ...look });
  const needs = Array.from({ length: needed }, (_, at) =>
    pip(at * step, at < filled ? { color: fill } : { lineColor: ink.edge, lineWidth: 0.6 }),
  );
  const after = needed * step;
  const notch = spare > 0 ? [{ type: 'line', x1: after, y1: 0, x2: after, y2: 8.5, lineWidth: 0.6, lineColor: ink.edge }] : [];
  const spares = Array.from({ length: spare }, (_, at) => pip(after + 2 + at * step, { color: pale }));
  return { canvas: [...needs, ...notch, ...spares], ...more };
}

export function points(...pairs: readonly (readonly [number, number])[]): { x: number; y: number }[] {
  return pairs.map(([x, y]) => ({ x, y }));
}

/** The lower half of a disc, as a polygon fine enough for its size. */
function lowerHalf(radius: number): { x: number; y: number }[] {
  return Array.from({ length: 13 }, (_, at) => {
    const angle = (Math.PI * at) / 12;
    return { x: middle + radius * Math.cos(angle), y: middle + 0.2 + radius * Math.sin(angle) };
  });
}
