import type { TrendChart } from '@caseboard/wording';
import { useState } from 'react';
import { Area, AreaChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartSwitch, type ChartView } from './chart-switch';
import { Count } from './counted';
import styles from './paper.module.css';

/** The targets that could be filed, a year back and a year ahead, as steps: counts do not slope. */
export default function Trend({ chart }: { chart: TrendChart }) {
  const [view, setView] = useState<ChartView>('chart');
  return (
    <section className={styles.block}>
      <ChartSwitch heading={chart.heading} view={view} onChange={setView} />
      <figure aria-label={chart.sentence}>{view === 'chart' ? <Picture chart={chart} /> : <Table chart={chart} />}</figure>
    </section>
  );
}

interface Place {
  at: number;
  past?: number;
  ahead?: number;
  day?: string;
}

function Picture({ chart }: { chart: TrendChart }) {
  const monthAt = new Map(chart.months.map(({ at, label }) => [at, label]));
  const { today } = chart;
  const above = heightOf(chart);
  const end = today.at > 0.85 ? 'end' : today.at < 0.15 ? 'start' : 'middle';
  return (
    <div className={styles.chart} aria-hidden>
      <ResponsiveContainer width="100%" height={148} initialDimension={{ width: 330, height: 148 }}>
        <AreaChart data={placesOf(chart)} margin={{ top: 18, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="at"
            domain={[0, 1]}
            ticks={[...monthAt.keys()]}
            tickFormatter={(at: number) => monthAt.get(at) ?? ''}
            interval={0}
            tick={tick}
            tickSize={4}
            axisLine={{ stroke: 'var(--line-2)' }}
          />
          <YAxis
            type="number"
            domain={[0, chart.top]}
            ticks={[...chart.levels]}
            interval={0}
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={chart.top > 99 ? 30 : 20}
          />
          <Tooltip isAnimationActive={false} cursor={{ stroke: 'var(--line-2)' }} content={Hover} />
          <Area type="stepAfter" dataKey="past" {...line} strokeWidth={1.75} fill="var(--sunken)" fillOpacity={1} />
          <Area type="stepAfter" dataKey="ahead" {...line} strokeWidth={1.25} fill="none" />
          <ReferenceLine
            x={today.at}
            stroke="var(--ink)"
            label={{ value: today.label, position: 'top', fontSize: 12, fontWeight: 500, fill: 'var(--ink)', textAnchor: end }}
          />
          <ReferenceLine
            segment={[
              { x: 1, y: above },
              { x: 1, y: above },
            ]}
            stroke="none"
            label={{
              value: chart.aheadLabel,
              position: 'top',
              dy: -2,
              fontSize: 12,
              fill: 'var(--ink-2)',
              textAnchor: 'end',
            }}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}

const tick = { fill: 'var(--ink-3)', fontSize: 12 };
const line = { stroke: 'var(--ink)', dot: false, activeDot: false, isAnimationActive: false } as const;

/** One row for each step, and the two days where a line ends: today and the end of the axis. */
function placesOf({ points, today }: TrendChart): Place[] {
  const past = points.filter(({ isAhead }) => !isAhead).map(({ at, value, day }): Place => ({ at, past: value, day }));
  const ahead = points.filter(({ isAhead }) => isAhead).map(({ at, value, day }): Place => ({ at, ahead: value, day }));
  const last = points.at(-1)?.value ?? 0;
  return [...past, { at: today.at, past: today.value, ahead: today.value }, ...ahead, { at: 1, ahead: last }];
}

/** Where the label of the line ahead touches none of its steps: it takes the last two fifths at most. */
function heightOf({ points }: TrendChart): number {
  const begin = points.findLastIndex(({ at }) => at <= 0.6);
  return Math.max(0, ...points.slice(Math.max(0, begin)).map(({ value }) => value));
}

function Hover({ active, payload }: { active?: boolean; payload?: readonly { payload?: unknown }[] }) {
  const place = payload?.[0]?.payload as Place | undefined;
  if (!active || !place?.day) return null;
  return (
    <span className={styles.hover}>
      {place.day} <b>{place.past ?? place.ahead}</b>
    </span>
  );
}

function Table({ chart: { heads, points } }: { chart: TrendChart }) {
  return (
    <div className={styles.tallTable} tabIndex={0} role="group" aria-label={heads.value}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{heads.day}</th>
            <th scope="col">{heads.value}</th>
            <th scope="col">{heads.targets}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point, at) => (
            <tr key={at}>
              <th scope="row">{point.day}</th>
              <td className={styles.number}>
                <Count of={{ value: point.value, text: String(point.value), counted: point.counted }} />
              </td>
              <td className={styles.number}>{point.targets}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
