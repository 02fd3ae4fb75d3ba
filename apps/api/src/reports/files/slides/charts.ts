import type { ReportPage } from '@caseboard/wording';
import { ink, toneOf } from '../pdf/look.js';
import { face, hex, left, slide, width, type Deck } from './slide.js';

/** Counts step and do not slope, so they stand as columns, one for each point. */
export function trend(deck: Deck, page: ReportPage): void {
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
      valGridLine: { color: hex(ink.line), size: 0.5 },
      showLegend: true,
      legendPos: 'b',
      catAxisLabelFontSize: 10,
      valAxisLabelFontSize: 10,
      altText: sentence,
    },
  );
  made.addText(sentence, { x: left, y: 6.45, w: width, h: 0.5, fontSize: 12, color: hex(ink.text), ...face(page) });
}

export function portfolio(deck: Deck, page: ReportPage): void {
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
