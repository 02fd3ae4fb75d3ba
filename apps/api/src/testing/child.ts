import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A process of its own that runs our TypeScript as it is, for what can only be seen from outside, such as being killed. */
export class Child {
  private output = '';
  private readonly process: ChildProcess;

  constructor(code: string, environment: Record<string, string> = {}) {
    const loader = "import { register } from 'node:module'; register('./tools/typescript-loader.mjs', 'file://' + process.cwd() + '/');";
    this.process = spawn(process.execPath, ['--input-type=module', '--eval', `${loader}\n${code}`], {
      env: { ...process.env, ...environment },
    });
    for (const stream of [this.process.stdout, this.process.stderr]) stream?.on('data', (text) => (this.output += String(text)));
  }

  /** Imports a source of apps/api/src in the child's code. */
  static source(file: string): string {
    return `await import(${JSON.stringify(`file://${join(process.cwd(), 'apps/api/src', file)}`)})`;
  }

  /** Waits for these words, and answers everything said so far. */
  async says(words: string): Promise<string> {
    for (let waited = 0; waited < 30_000; waited += 20) {
      if (this.output.includes(words)) return this.output;
      if (this.process.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`The process never said "${words}", only:\n${this.output}`);
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill(signal);
      await once(this.process, 'exit');
    }
    return this.process.exitCode;
  }

  async ends(): Promise<{ code: number | null; output: string }> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return { code: this.process.exitCode, output: this.output };
  }
}
