import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const cases = join(root, 'libs/domain/test-cases/assess');
const folder = mkdtempSync(join(tmpdir(), 'caseboard-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as npm does: in the root, with the folder where it was given in INIT_CWD. */
function caseboard(args: readonly string[], from = folder): Promise<Ended> {
  const env = { ...process.env, npm_lifecycle_event: 'caseboard', INIT_CWD: from };
  const command = [join(root, 'tools/caseboard.mjs'), ...args];
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: root, env, maxBuffer: 2 ** 28 }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

function written(name: string, content: string | Buffer | object): string {
  writeFileSync(join(folder, name), typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return name;
}

const document = { format: 'caseboard-portfolio', version: 1 };
const asOf = ['--as-of', '2026-11-22'];

describe('assess', () => {
  it.each(readdirSync(cases).filter((file) => file.endsWith('.expected.json')))('answers %s', async (expected) => {
    const [name = '', day = ''] = expected.split('.');
    const { code, out, err } = await caseboard(['assess', `${name}.portfolio.json`, '--as-of', day], cases);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(join(cases, expected), 'utf8')));
  });

  it('answers for all built-in specializations when the document has none of its own', async () => {
    const { out } = await caseboard(['assess', written('empty.json', document), '--as-of=2026-11-22']);
    expect(JSON.parse(out)).toMatchObject({
      asOf: '2026-11-22',
      studies: [],
      specializations: expect.any(Array) as unknown,
    });
    expect((JSON.parse(out) as { specializations: unknown[] }).specializations.length).toBeGreaterThan(50);
  });

  it('gives the whole answer through a pipe, however long', async () => {
    const studies = Array.from({ length: 3_000 }, (_, i) => ({
      id: `s${i}`,
      status: 'draft',
      visibility: 'public',
      applications: [{ specialization: 'msp' }],
    }));
    const { code, out } = await caseboard(['assess', written('many.json', { ...document, studies }), ...asOf]);
    expect(code).toBe(0);
    expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`);
    expect((JSON.parse(out) as { studies: unknown[] }).studies).toHaveLength(3_000);
  });

  it('refuses a faulty document with every fault on standard error and nothing on standard output', async () => {
    const studies = [
      { id: 's', status: 'draft', visibility: 'private', deployedOn: '2025-02-30' },
      { id: 's', status: 'x', visibility: 'private' },
    ];
    const { code, out, err } = await caseboard(['assess', written('faulty.json', { ...document, studies }), ...asOf]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const sentence = expect.stringMatching(/^[A-Z“].*\.$/) as unknown;
    expect(JSON.parse(err)).toEqual({
      faults: [
        { path: 'studies[0].deployedOn', value: '2025-02-30', reason: sentence },
        { path: 'studies[1].status', value: 'x', reason: sentence },
        { path: 'studies[1].id', value: 's', reason: sentence },
      ],
    });
  });

  it.each([
    ['no JSON', Buffer.from('{"format":')],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['an empty file', Buffer.alloc(0)],
    ['a list', Buffer.from('[]')],
  ])('refuses %s', async (_, content) => {
    const { code, err } = await caseboard(['assess', written('bad.json', content), ...asOf]);
    expect(code).toBe(2);
    expect(JSON.parse(err)).toMatchObject({ faults: [{ path: '' }] });
  });

  it('refuses more than 256 MiB without reading it', async () => {
    truncateSync(join(folder, written('huge.json', '')), 256 * 1024 * 1024 + 1);
    const { code, err } = await caseboard(['assess', 'huge.json', ...asOf]);
    expect(code).toBe(2);
    expect(JSON.parse(err)).toMatchObject({ faults: [{ path: '', value: 256 * 1024 * 1024 + 1 }] });
  });
});

it('says its commands when asked', async () => {
  const { code, out, err } = await caseboard(['--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('assess FILE --as-of YYYY-MM-DD');
});

it.each([
  ['no command', []],
  ['an unknown command', ['asess']],
  ['the name of something every object has', ['constructor']],
  ['no file', ['assess', ...asOf]],
  ['two files', ['assess', 'a.json', 'b.json', ...asOf]],
  ['no day', ['assess', 'empty.json']],
  ['a day without value', ['assess', 'empty.json', '--as-of']],
  ['two days', ['assess', 'empty.json', ...asOf, ...asOf]],
  ['an unknown option', ['assess', 'empty.json', ...asOf, '--by', '2027-01-01']],
  ['a day that does not exist', ['assess', 'empty.json', '--as-of', '2026-02-30']],
  ['a day before 2000', ['assess', 'empty.json', '--as-of', '1999-12-31']],
  ['a day after 2099', ['assess', 'empty.json', '--as-of', '2100-01-01']],
  ['a file that is not there', ['assess', 'nowhere.json', ...asOf]],
  ['a folder', ['assess', '.', ...asOf]],
])('%s is a wrong command line: 64, with the usage on standard error', async (_, args) => {
  written('empty.json', document);
  const { code, out, err } = await caseboard(args);
  expect({ code, out }).toEqual({ code: 64, out: '' });
  expect(err).toContain('assess FILE --as-of YYYY-MM-DD');
});
