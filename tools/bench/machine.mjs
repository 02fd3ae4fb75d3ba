import { cpus, loadavg, totalmem, type } from 'node:os';

/** One line that names the machine and what else it does, at the head of every bench. */
export function machine() {
  const [cpu] = cpus();
  return `${cpu?.model.trim() ?? 'unknown processor'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}, Node ${process.version}, load ${loadavg()[0].toFixed(1)} at the start`;
}

/** The middle, the 95th and the 99th of a hundred, and the largest, of times in milliseconds. */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) };
}

export const ms = (time) => (time === undefined ? 'no answer' : `${time < 10 ? time.toFixed(2) : time.toFixed(1)} ms`);

/** Prints rows of label, figure and what was asked, under each other. */
export function table(rows) {
  for (const [label, figure, asked = ''] of rows) console.log(`${label.padEnd(64)}${String(figure).padStart(26)}   ${asked}`);
}
