import { useState } from 'react';
import { Area, AreaChart, CartesianGrid, ReferenceDot, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { addDays, addMonths, dayNumber } from '../../platform/calendar';
import { useDays } from '../../platform/day-text';
import { defineWords, useWords } from '../../platform/words';
import { Segmented } from '../choose';
import styles from './step-chart.module.css';

const words = defineWords(
  {
    today: 'Today',
    asOf: 'As of',
    needed: '{count} needed',
    chart: 'Chart',
    table: 'Table',
    show: 'Show as',
    from: 'From',
    count: 'Studies that count',
    whatIf: 'What if',
    why: 'Why',
  },
  {
    today: '今天',
    asOf: '截至',
    needed: '需要 {count} 个',
    chart: '图',
    table: '表',
    show: '显示方式',
    from: '自',
    count: '有效案例',
    whatIf: '假设',
    why: '原因',
  },
);

export interface Step {
  /** The first day with this count. */
  from: string;
  count: number;
  /** Who came or went that day; written at the step and in the table. */
  why?: string;
}

export interface StepChartProps {
  /** First day and the day after the last. */
  from: string;
  to: string;
  steps: readonly Step[];
  needed?: number;
  today: string;
  /** Drawn where it is another day than today. */
  asOf?: string;
  /** Days on which readiness is lost: a red line with the empty circle. */
  losses?: readonly { on: string; label: string }[];
  /** The same with something done: a dashed accent line with its own label. */
  whatIf?: { label: string; steps: readonly Step[] };
  /** One sentence that says what the picture says. */
  summary: string;
  height?: number;
}

interface Point {
  at: number;
  count?: number;
  whatIf?: number;
}

/** Counts over days as steps, since they do not slope; with a table to switch to. Load it lazily: it brings Recharts. */
export default function StepChart(props: StepChartProps) {
  const say = useWords(words);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <figure className={styles.figure} aria-label={props.summary}>
      <div className={styles.switch}>
        <Segmented
          label={say('show')}
          value={view}
          onChange={setView}
          options={[
            { value: 'chart', label: say('chart'), icon: 'chart' },
            { value: 'table', label: say('table'), icon: 'table' },
          ]}
        />
      </div>
      {view === 'chart' ? <Chart {...props} /> : <Table {...props} />}
    </figure>
  );
}

function Chart({ from, to, steps, needed, today, asOf, losses = [], whatIf, height = 220 }: StepChartProps) {
  const say = useWords(words);
  const { day } = useDays();
  const [start, end] = [dayNumber(from), dayNumber(to)];
  const points = merged(steps, whatIf?.steps ?? [], start, end);
  const top = Math.max(needed ?? 0, ...points.map((point) => Math.max(point.count ?? 0, point.whatIf ?? 0))) + 1;
  const dayAt = (at: number) => addDays('1970-01-01', at);
  const inside = (on: string) => on >= from && on < to;
  const firstLoss = losses.find((loss) => inside(loss.on));
  const [width, setWidth] = useState(720);
  const marked = [today, ...(asOf ? [asOf] : []), ...losses.map((loss) => loss.on)];
  const named = namedSteps(steps, { from, to, top, width: width - 40, height: height - 64, losses, marked });
  const asOfCrowded = asOf !== undefined && marked.some((on) => on !== asOf && close(on, asOf, start, end));
  return (
    <div className={styles.scroll} aria-hidden>
      <ResponsiveContainer width="100%" height={height} minWidth={300} initialDimension={{ width: 720, height }} onResize={setWidth}>
        <AreaChart data={points} margin={{ top: 34, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="at"
            domain={[start, end]}
            ticks={quarters(from, to)}
            tickFormatter={(at: number) => day(dayAt(at), 'month')}
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-2)' }}
          />
          <YAxis type="number" domain={[0, top]} ticks={levels(top)} tick={tick} tickLine={false} axisLine={false} width={28} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-2)' }}
            content={({ active, payload }) => (
              <Hover active={active} point={payload?.[0]?.payload as Point | undefined} steps={steps} whatIf={whatIf?.label} />
            )}
          />
          <Area
            type="stepAfter"
            dataKey="count"
            stroke="var(--ink)"
            strokeWidth={1.75}
            fill="var(--sunken)"
            fillOpacity={1}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          {whatIf && (
            <Area
              type="stepAfter"
              dataKey="whatIf"
              stroke="var(--accent)"
              strokeWidth={1.5}
              strokeDasharray="4 3"
              fill="none"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          )}
          {needed !== undefined && (
            <ReferenceLine
              y={needed}
              stroke="var(--ink-3)"
              strokeDasharray="2 3"
              label={{ value: say('needed', { count: needed }), position: 'insideTopRight', ...label, fill: 'var(--ink-2)' }}
            />
          )}
          {inside(today) && (
            <ReferenceLine
              x={dayNumber(today)}
              stroke="var(--ink)"
              label={{
                value: say('today'),
                position: 'top',
                ...label,
                fill: 'var(--ink)',
                textAnchor: firstLoss && close(firstLoss.on, today, start, end) ? 'end' : 'middle',
              }}
            />
          )}
          {asOf && asOf !== today && inside(asOf) && (
            <ReferenceLine
              x={dayNumber(asOf)}
              stroke="var(--accent)"
              label={{ value: say('asOf'), position: asOfCrowded ? 'insideTopLeft' : 'top', ...label, fill: 'var(--accent)' }}
            />
          )}
          {losses
            .filter((loss) => inside(loss.on))
            .map((loss) => (
              <ReferenceLine
                key={loss.on}
                x={dayNumber(loss.on)}
                stroke="var(--not-fill)"
                label={{ value: loss.label, position: 'top', dx: 8, ...label, fill: 'var(--not)', textAnchor: 'start' }}
              />
            ))}
          {losses
            .filter((loss) => inside(loss.on))
            .map((loss) => (
              <ReferenceDot
                key={loss.on}
                x={dayNumber(loss.on)}
                y={top}
                r={5}
                fill="var(--surface)"
                stroke="var(--not-fill)"
                strokeWidth={1.5}
              />
            ))}
          {named.map((step) => (
            <ReferenceDot
              key={step.from}
              x={dayNumber(step.from)}
              y={step.level}
              r={0}
              label={{
                value: step.why,
                // On the axis the label stands above it, or it would cover the months.
                position: step.level === 0 ? 'top' : 'bottom',
                dx: step.isLeft ? -4 : 4,
                dy: step.level === 0 ? -2 : 2,
                ...label,
                fill: 'var(--ink-2)',
                textAnchor: step.isLeft ? 'end' : 'start',
                ...halo,
              }}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
      {whatIf && (
        <p className={styles.legend}>
          <svg width="22" height="8" viewBox="0 0 22 8">
            <path d="M0 4h22" stroke="var(--accent)" strokeWidth="1.5" strokeDasharray="4 3" />
          </svg>
          {whatIf.label}
        </p>
      )}
    </div>
  );
}

const tick = { fill: 'var(--ink-3)', fontSize: 12 };
const label = { fontSize: 12, fontWeight: 500 };
/** Lines that a name has to cross break off beside its letters. */
const halo = { stroke: 'var(--surface)', strokeWidth: 4, paintOrder: 'stroke' };

function Hover({ active, point, steps, whatIf }: { active?: boolean; point?: Point; steps: readonly Step[]; whatIf?: string }) {
  const { day } = useDays();
  if (!active || !point) return null;
  const on = addDays('1970-01-01', point.at);
  return (
    <div className={styles.hover}>
      {day(on)} <b>{point.count}</b>
      {steps.find((step) => step.from === on)?.why}
      {whatIf && point.whatIf !== point.count && (
        <span>
          {whatIf} <b>{point.whatIf}</b>
        </span>
      )}
    </div>
  );
}

function Table({ steps, whatIf }: StepChartProps) {
  const say = useWords(words);
  const { day } = useDays();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say('from')}</th>
          <th scope="col">{say('count')}</th>
          {whatIf && <th scope="col">{whatIf.label}</th>}
          <th scope="col">{say('why')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.from}>
            <th scope="row">{day(step.from)}</th>
            <td>{step.count}</td>
            {whatIf && <td>{countOn(whatIf.steps, step.from)}</td>}
            <td>{step.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countOn(steps: readonly Step[], day: string): number | undefined {
  return steps.findLast((step) => step.from <= day)?.count;
}

/** One row for each day on which either line steps, and the two ends. */
function merged(steps: readonly Step[], whatIf: readonly Step[], start: number, end: number): Point[] {
  const days = [...new Set([...steps, ...whatIf].map((step) => Math.max(start, dayNumber(step.from))))].filter((at) => at < end);
  const at = [...new Set([start, ...days, end])].sort((a, b) => a - b);
  return at.map((number) => {
    const on = addDays('1970-01-01', number === end ? number - 1 : number);
    return { at: number, count: countOn(steps, on), whatIf: whatIf.length > 0 ? countOn(whatIf, on) : undefined };
  });
}

function quarters(from: string, to: string): number[] {
  const ticks: number[] = [];
  for (let day = addMonths(`${from.slice(0, 7)}-01`, 1); day < to; day = addMonths(day, 1))
    if ((Number(day.slice(5, 7)) - 1) % 3 === 0) ticks.push(dayNumber(day));
  return ticks;
}

interface Plot {
  from: string;
  to: string;
  top: number;
  width: number;
  height: number;
  losses: readonly { on: string }[];
  /** Days with an upright line of their own. */
  marked: readonly string[];
}

interface Named extends Step {
  /** Written before the step, under the line as it was; else after it, under the line as it becomes. */
  isLeft: boolean;
  /** The count under whose line it is written. */
  level: number;
}

/** The steps whose names find room at the line: those that lose a readiness first, then by day. The table names all. */
function namedSteps(steps: readonly Step[], { from, to, top, width, height, losses, marked }: Plot): Named[] {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  const place = (on: string) => ((dayNumber(on) - start) / (end - start)) * width;
  const isLoss = ({ from: on }: Step) => losses.some((loss) => loss.on === on);
  const named = steps.filter((step) => step.why && step.from > from && step.from < to);
  const drawn: { left: number; right: number; y: number }[] = [];
  return [...named.filter(isLoss), ...named.filter((step) => !isLoss(step))].flatMap((step) => {
    const x = place(step.from);
    const long = lengthOf(step.why as string);
    const before = steps[steps.indexOf(step) - 1]?.count ?? step.count;
    const sides = [
      { isLeft: true, level: before, left: x - long, right: x },
      { isLeft: false, level: step.count, left: x, right: x + long },
    ].flatMap((side) => {
      const y = (1 - side.level / top) * height + (side.level === 0 ? -14 : 14);
      const isFree = drawn.every((other) => side.right <= other.left || other.right <= side.left || Math.abs(other.y - y) >= 15);
      if (side.left < 0 || side.right > width || !isFree) return [];
      const crossed = (on: string) => side.left < place(on) && place(on) < side.right;
      const falls = steps.filter(({ from: on, count }) => crossed(on) && count < side.level).length;
      return [{ ...side, y, crossings: marked.filter(crossed).length + falls }];
    });
    const [best] = sides.sort((one, other) => one.crossings - other.crossings);
    if (!best) return [];
    drawn.push(best);
    return [{ ...step, isLeft: best.isLeft, level: best.level }];
  });
}

/** Whole counts, few enough to be read. */
function levels(top: number): number[] {
  const pitch = Math.ceil(top / 5);
  return Array.from({ length: Math.floor(top / pitch) + 1 }, (_, n) => n * pitch);
}

/** About how many pixels a label of 12 px takes, the gap after it included. */
function lengthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 6.6), 12);
}

/** Whether two labels at the top would touch. */
function close(one: string, other: string, start: number, end: number): boolean {
  return Math.abs(dayNumber(one) - dayNumber(other)) < (end - start) * 0.12;
}
