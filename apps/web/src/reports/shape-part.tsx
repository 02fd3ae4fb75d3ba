import type { Bar as BarOf, BarChart as BarChartOf, Shape } from '@caseboard/wording';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useWords } from '../platform/words';
import { ChartSwitch, type ChartView } from './chart-switch';
import { Count, NameLink, Said, useListLink } from './counted';
import { reportScreenWords } from './report.words';
import styles from './paper.module.css';

/** The active studies by what they are, the legal entities used, and the categories covered. */
export default function ShapePart({ shape }: { shape: Shape }) {
  return (
    <>
      <section className={styles.block}>
        <Said sentence={shape.entities.sentence} as="p" />
      </section>
      <div className={styles.charts}>
        {shape.charts
          .filter(({ bars }) => bars.length > 0)
          .map((chart) => (
            <Bars key={chart.id} chart={chart} />
          ))}
      </div>
      <Coverage coverage={shape.coverage} />
    </>
  );
}

/** So many bars are read; the table has all. */
const most = 10;

function Bars({ chart }: { chart: BarChartOf }) {
  const say = useWords(reportScreenWords);
  const [view, setView] = useState<ChartView>('chart');
  const shown = chart.bars.filter(({ count }) => count.value > 0).slice(0, most);
  const bars = chart.bars.map(({ label, count }) => say('bar', { label, count: count.text }));
  return (
    <section className={styles.block}>
      <ChartSwitch heading={chart.heading} view={view} onChange={setView} />
      <figure aria-label={say('bars', { heading: chart.heading, bars: bars.join(', ') })}>
        {view === 'chart' ? <Picture bars={shown} /> : <Table chart={chart} />}
      </figure>
      {view === 'chart' && chart.bars.length > most && (
        <p className={styles.further}>
          <button type="button" className={styles.switch} onClick={() => setView('table')}>
            {say('more', { count: chart.bars.length - most })}
          </button>
        </p>
      )}
    </section>
  );
}

function Picture({ bars }: { bars: readonly BarOf[] }) {
  const rows = bars.map(({ key, label, count }) => ({ key, label, value: count.value }));
  const pitch = rows.some(({ label }) => linesOf(label).length > 1) ? 32 : 24;
  const height = rows.length * pitch + 2;
  return (
    <div className={styles.chart}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 330, height }}>
        <BarChart data={rows} layout="vertical" margin={{ top: 0, right: 44, bottom: 0, left: 0 }} accessibilityLayer={false} barSize={12}>
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis type="category" dataKey="label" width={150} interval={0} tickLine={false} axisLine={false} tick={Name} />
          <Bar dataKey="value" fill="var(--c1)" radius={[0, 2, 2, 0]} isAnimationActive={false}>
            <LabelList dataKey="value" content={(place) => <Figure bar={bars[Number(place.index)]} place={place as Place} />} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function Name({ x, y, payload }: { x?: number | string; y?: number | string; payload?: { value: string } }) {
  const label = payload?.value ?? '';
  const lines = linesOf(label);
  return (
    <text x={x} y={y} textAnchor="end" className={styles.barName}>
      {lines.map((line, n) => (
        <tspan key={n} x={x} dx={-4} dy={n > 0 ? lineHeight : 4 - ((lines.length - 1) * lineHeight) / 2}>
          {line}
        </tspan>
      ))}
      {lines.join(' ') !== label && <title>{label}</title>}
    </text>
  );
}

const lineHeight = 14;
/** What about 140 pixels hold, in letters. */
const lineRoom = 21;
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1.9 : 1), 0);

/** A name on one line or two, broken between words; the table has what does not fit. */
function linesOf(label: string): string[] {
  if (widthOf(label) <= lineRoom) return [label];
  const words = label.split(' ');
  const fits = words.findIndex((_, at) => widthOf(words.slice(0, at + 1).join(' ')) > lineRoom);
  if (fits <= 0) return [shortened(label)];
  return [words.slice(0, fits).join(' '), shortened(words.slice(fits).join(' '))];
}

function shortened(line: string): string {
  const letters = [...line];
  if (widthOf(line) <= lineRoom) return line;
  const at = letters.findIndex((_, n) => widthOf(letters.slice(0, n + 1).join('')) > lineRoom - 1);
  return `${letters.slice(0, at).join('').trimEnd()}…`;
}

interface Place {
  x?: number | string;
  y?: number | string;
  width?: number | string;
  height?: number | string;
}

/** The number at the end of its bar opens what it counts. */
function Figure({ bar, place }: { bar: BarOf | undefined; place: Place }) {
  const router = useRouter();
  const link = useListLink(bar?.count.counted ?? { kind: 'study', ids: [] });
  if (!bar) return null;
  const text = (
    <text
      x={Number(place.x) + Number(place.width) + 6}
      y={Number(place.y) + Number(place.height) / 2}
      dy="0.35em"
      className={styles.barCount}
    >
      {bar.count.text}
    </text>
  );
  if (!link) return text;
  return (
    <a
      href={router.buildLocation(link as never).href}
      aria-label={`${bar.label}: ${bar.count.text}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate(link as never);
      }}
    >
      {text}
    </a>
  );
}

function Table({ chart: { heads, bars } }: { chart: BarChartOf }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{heads.label}</th>
          <th scope="col">{heads.count}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, count }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className={styles.number}>
              <Count of={count} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Coverage({ coverage: { heading, heads, rows } }: { coverage: Shape['coverage'] }) {
  if (rows.length === 0) return null;
  return (
    <section className={styles.block}>
      <h3>{heading}</h3>
      <table className={`${styles.table} ${styles.coverage}`}>
        <thead>
          <tr>
            <th scope="col">{heads.name}</th>
            <th scope="col">{heads.asked}</th>
            <th scope="col">{heads.covered}</th>
            <th scope="col">{heads.open}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <NameLink of="specialization" id={row.code}>
                  {row.name}
                </NameLink>
              </th>
              <td className={styles.number}>{row.asked}</td>
              <td>{row.covered.join(' · ')}</td>
              <td>{row.open.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
