/** The thread that makes one file and ends: `make-report-file.ts` starts it. */
import { parentPort, workerData } from 'node:worker_threads';
import { writeReport, type FileRequest } from './write-report.js';

const bytes = new Uint8Array(await writeReport(workerData as FileRequest));
parentPort?.postMessage(bytes, [bytes.buffer]);
