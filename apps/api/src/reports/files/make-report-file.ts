import { Worker } from 'node:worker_threads';
import type { FileRequest } from './write-report.js';

/**
 * Makes a file in a thread of its own, so that requests are answered meanwhile; two at a time, each with its own bound of memory.
 * From source, as tests run, it is made where it is called.
 */
export async function makeReportFile(request: FileRequest): Promise<Uint8Array> {
  if (!import.meta.url.endsWith('.js')) return (await import('./write-report.js')).writeReport(request);
  await turn();
  try {
    return await inThread(request);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

const atOnce = 2;
const memory = { maxOldGenerationSizeMb: 384 };
const longest = 120_000;

let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running >= atOnce) await new Promise<void>((begin) => waiting.push(begin));
  running += 1;
}

function inThread(request: FileRequest): Promise<Uint8Array> {
  const worker = new Worker(new URL('./file-thread.js', import.meta.url), { workerData: request, resourceLimits: memory });
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => void worker.terminate(), longest);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The thread that makes the file ended with ${code}`));
    });
  });
}
