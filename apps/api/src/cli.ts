/**
 * The command line: `npm run -s caseboard -- <command> …`, see tools/caseboard.mjs. A command writes its answer to
 * standard output and gives the exit code; a wrong command line is 64, a refused document 2.
 */
import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  assess,
  documentLimits,
  type Day,
  type Fault,
  isAsOf,
  noJson,
  parseDay,
  type PortfolioResult,
  readPortfolioText,
  tooLarge,
} from '@caseboard/domain';
import { awsServices } from '@caseboard/domain/catalog/aws-services';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { faultSentence } from '@caseboard/wording';

const exit = { done: 0, refused: 2, wrongUse: 64 } as const;

interface Command {
  readonly usage: string;
  readonly does: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  assess: {
    usage: 'assess FILE --as-of YYYY-MM-DD',
    does: 'prints verdicts and readiness of a portfolio document as JSON',
    run: runAssess,
  },
};

/** The user asked for something that cannot be done as asked: said in one line, exit 64. */
class WrongUse extends Error {}

process.stdout.on('error', leaveQuietly);
process.stderr.on('error', leaveQuietly);
process.exitCode = await run(process.argv.slice(2));

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (['--help', '-h', 'help'].includes(name)) {
    process.stdout.write(usage(undefined));
    return exit.done;
  }
  try {
    if (!command) throw new WrongUse(name === '' ? 'No command is given.' : `There is no command "${name}".`);
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    process.stderr.write(`${error.message}\n\n${usage(command)}`);
    return exit.wrongUse;
  }
}

function usage(command: Command | undefined): string {
  const shown = command ? [command] : Object.values(commands);
  return shown.map((one) => `npm run -s caseboard -- ${one.usage}\n    ${one.does}\n`).join('');
}

async function runAssess(args: readonly string[]): Promise<number> {
  const { file, asOf } = readAssessArguments(args);
  const result = await readDocument(file);
  if (!result.ok) return refuse(result.faults);
  const answer = assess(result.portfolio, asOf, { known: result.known, services: awsServices });
  await print(process.stdout, answer);
  return exit.done;
}

function readAssessArguments(args: readonly string[]): { file: string; asOf: Day } {
  const { values, positionals } = parse(args, { 'as-of': { type: 'string', multiple: true } });
  const [file, ...more] = positionals;
  const [written, ...again] = values['as-of'] ?? [];
  if (file === undefined || more.length > 0) throw new WrongUse('Name one FILE.');
  if (written === undefined || again.length > 0) throw new WrongUse('Give one day with --as-of.');
  const asOf = parseDay(written);
  if (asOf === null || !isAsOf(asOf)) throw new WrongUse(`--as-of ${written} is no day from 2000-01-01 to 2099-12-31.`);
  return { file, asOf };
}

function parse(args: readonly string[], options: { 'as-of': { type: 'string'; multiple: true } }) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

async function readDocument(file: string): Promise<PortfolioResult> {
  let handle: FileHandle | undefined;
  let bytes: Buffer;
  try {
    handle = await open(file);
    const { size } = await handle.stat();
    if (size > documentLimits.bytes) return { ok: false, faults: [tooLarge(size)] };
    bytes = await handle.readFile();
  } catch (error) {
    throw new WrongUse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await handle?.close();
  }
  if (bytes.length > documentLimits.bytes) return { ok: false, faults: [tooLarge(bytes.length)] };
  const text = decode(bytes);
  if (text === null) return { ok: false, faults: [noJson('')] };
  return readPortfolioText(text, { builtIn: builtInSpecializations });
}

/** The text of UTF-8 bytes, or `null` where they are none. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function refuse(faults: readonly Fault[]): Promise<number> {
  await print(process.stderr, {
    faults: faults.map((fault) => ({ path: fault.path, value: fault.value, reason: faultSentence(fault, 'en') })),
  });
  return exit.refused;
}

/** Writes a record as JSON, as fast as the reader takes it. */
async function print(stream: NodeJS.WriteStream, record: object): Promise<void> {
  for (const piece of jsonPieces(record)) {
    if (!stream.write(piece)) await once(stream, 'drain');
  }
}

/** What JSON.stringify gives with an indent of 2, entry by entry: the whole may be longer than a string can be. */
function* jsonPieces(record: object): Generator<string> {
  yield '{';
  let glue = '\n';
  for (const [key, value] of Object.entries(record)) {
    yield `${glue}  ${JSON.stringify(key)}: `;
    glue = ',\n';
    if (Array.isArray(value) && value.length > 0) yield* listPieces(value);
    else yield indented(value, '  ');
  }
  yield '\n}\n';
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  for (const [i, entry] of list.entries()) yield `${i === 0 ? '[' : ','}\n    ${indented(entry, '    ')}`;
  yield '\n  ]';
}

function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}

/** Whoever reads us has had enough (`| head`). */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
