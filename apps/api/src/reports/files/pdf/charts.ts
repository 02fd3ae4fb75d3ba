/** Charts as vectors, with their labels as texts at the mark. */
import type { BarChart, Stretch, Tick, TrendChart, TrendPointShown } from '@caseboard/wording';
import { ink, ready, text, toneOf, type Content } from './look.js';
import { points } from './marks.js';

/** Twelve months as a strip: tall is ready, half is at risk, a line is not. */
export function ribbon(stretches: readonly Stretch[], width: number, alt: string, more: object = {}): Content {
  const heights = { ready: 8, 'at-risk': 4.5, 'not-ready': 0.8 } as const;
  const canvas = stretches.map(({ start, end, status }, at) => ({
    type: 'rect',
    x: start * width,
    y: 8.5 - heights[status],
    w: Math.max(0.5, (end - start) * width - 0.8),
    h: heights[status],
    color: status === 'not-ready' ? ink.edge : toneOf[status].fill,
    ...(at === 0 ? { alt } : {}),
  }));
  return { canvas, ...more };
}

/** Labels along an axis, each beginning at its tick. */
export function axis(ticks: readonly Tick[], width: number): Content {
  const labels = ticks.map(({ at, label }) => text(label, 'note', { relativePosition: { x: at * width, y: 0 }, noWrap: true }));
  return { stack: [...labels, { text: ' ', style: 'note' }] };
}

/** The step chart: what was known, today's line, and what lies ahead with nothing changed. */
export function trend(chart: TrendChart, width: number): Content {
  const [left, height, top] = [16, 92, 14];
  const plot = width - left - 2;
  const x = (at: number) => left + at * plot;
  const y = (value: number) => top + height - (value / chart.top) * height;
  const past = chart.points.filter(({ isAhead }) => !isAhead);
  const behind = steps(past, x, y, chart.today.at);
  const now = past.slice(-1).map((point): TrendPointShown => ({ ...point, at: chart.today.at }));
  const ahead = steps([...now, ...chart.points.filter(({ isAhead }) => isAhead)], x, y, 1);
  const ground = y(0);
  const [first, last] = [behind[0], behind.at(-1)];
  const canvas = [
    ...(first && last
      ? [
          {
            type: 'polyline',
            closePath: true,
            color: ink.ground,
            points: [{ ...first, y: ground }, ...structuredClone(behind), { ...last, y: ground }],
          },
        ]
      : []),
    ...chart.levels.map((level) => ({
      type: 'line',
      x1: left,
      x2: left + plot,
      y1: y(level),
      y2: y(level),
      lineWidth: 0.5,
      lineColor: ink.line,
    })),
    { type: 'polyline', points: behind, lineWidth: 1.3, lineColor: ink.strong },
    { type: 'polyline', points: ahead, lineWidth: 1.1, lineColor: ink.quiet, dash: { length: 2, space: 1.5 } },
    { type: 'line', x1: x(chart.today.at), x2: x(chart.today.at), y1: top - 2, y2: ground, lineWidth: 0.8, lineColor: ink.strong },
    ...chart.months.map(({ at }) => ({
      type: 'line',
      x1: x(at),
      x2: x(at),
      y1: ground,
      y2: ground + 3,
      lineWidth: 0.5,
      lineColor: ink.edge,
    })),
  ].filter(({ type, ...vector }) => type !== 'polyline' || (vector as { points: unknown[] }).points.length > 1);
  const at = (px: number, py: number, label: string, style: 'note' | 'head' = 'note'): Content =>
    text(label, style, { relativePosition: { x: px, y: py }, noWrap: true });
  return {
    stack: [
      at(Math.max(0, x(chart.today.at) - 28), 0, chart.today.label),
      ...chart.levels.map((level) => at(0, y(level) - 5, String(level))),
      ...chart.months.map((month) => at(x(month.at) - 2, ground + 4, month.label)),
      ...(ahead.length > 0
        ? [
            at(
              x(chart.today.at) + 6,
              beside(chart.levels.map(y), Math.max(top, Math.min(...ahead.map((point) => point.y)) - 12)),
              chart.aheadLabel,
            ),
          ]
        : []),
      {
        canvas: canvas.map((vector) => ({ ...vector, figure: 'trend', alt: `${chart.heading}: ${chart.sentence}` })),
        margin: [0, 0, 0, 14],
      },
    ],
  };
}

/** A label's place, moved up where a line of the grid would strike it through. */
const beside = (grid: readonly number[], place: number): number => {
  const struck = grid.find((line) => line > place - 1 && line < place + 10);
  return struck === undefined ? place : struck - 12;
};

function steps(
  shown: readonly TrendPointShown[],
  x: (at: number) => number,
  y: (value: number) => number,
  end: number,
): { x: number; y: number }[] {
  return shown.flatMap(({ at, value }, n) => points([x(at), y(value)], [x(shown[n + 1]?.at ?? end), y(value)]));
}

/** Bars with their labels before and their numbers behind. */
export function bars({ bars: shown }: BarChart, width: number, most: number): Content[] {
  const [label, number] = [width * 0.46, 24];
  const room = width - label - number - 16;
  const longest = Math.max(1, ...shown.map(({ count }) => count.value));
  return shown.slice(0, most).map((bar) => ({
    columns: [
      text(bar.label, 'body', { width: label }),
      {
        width: room + 8,
        canvas: [
          {
            type: 'rect',
            x: 0,
            y: 2.5,
            w: Math.max(0.8, (bar.count.value / longest) * room),
            h: 7,
            r: 1,
            color: bar.count.value === 0 ? ink.line : ready.fill,
          },
        ],
      },
      text(bar.count.text, 'body', { width: number, alignment: 'right' }),
    ],
    columnGap: 4,
    margin: [0, 1, 0, 1],
    unbreakable: true,
  }));
}
