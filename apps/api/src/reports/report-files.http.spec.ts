import { strFromU8, unzipSync } from 'fflate';
import { pdfText } from '../testing/pdf-text.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { MakeReportJob } from './make-report.job.js';
import { canary, company, secretName } from './testing/company.js';

const test = useTestApp({ today: null });
let manager: TestClient;
let leader: TestClient;
let link: string;

beforeAll(async () => {
  test.setTime('2026-11-23T10:00:00Z');
  manager = await test.signIn('manager');
  leader = await test.signIn('leader');
  await company(test);
  await manager.post('/api/reports', {});
  await test.get(MakeReportJob).run({ number: 1 }, { id: 'x', attempt: 1, progress: async () => undefined });
  const { body } = await manager.post('/api/reports/1/links', { expiresOn: '2026-12-01' });
  link = `/api/shared-reports/${body.url.split('/').at(-1)}`;
});

const file = async (reader: TestClient, url: string) => {
  const { statusCode, headers, rawPayload } = await test.app.inject({ url, headers: reader.headers });
  return { status: statusCode, headers, bytes: rawPayload };
};
const unpacked = async (bytes: Buffer) =>
  bytes.subarray(0, 5).toString() === '%PDF-'
    ? pdfText(bytes)
    : Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n');

describe('a report as a file', () => {
  it.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'PK'],
  ])('is a %s to be kept by whoever asked', async (format, type, begins) => {
    const { status, headers, bytes } = await file(leader, `/api/reports/1/file?format=${format}&language=zh&paper=letter`);
    expect([status, headers['content-type'], bytes.subarray(0, begins.length).toString()]).toEqual([200, type, begins]);
    expect(headers['content-disposition']).toBe(`attachment; filename="caseboard-report-1-2026-11-23.${format}"`);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(Number(headers['content-length'])).toBe(bytes.length);
  });

  it('is made of a draft too', async () => {
    const { status, headers } = await file(leader, '/api/reports/draft/file?format=xlsx&to=2026-11-23');
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="caseboard-report-draft-2026-11-23.xlsx"']);
  });

  it.each(['pdf', 'xlsx', 'pptx'])('%s names those that its reader may meet', async (format) => {
    expect(await unpacked((await file(manager, `/api/reports/1/file?format=${format}`)).bytes)).toContain(secretName);
    expect(await unpacked((await file(leader, `/api/reports/1/file?format=${format}`)).bytes)).not.toMatch(canary);
    const shared = await file(test.stranger, `${link}/file?format=${format}`);
    expect(await unpacked(shared.bytes)).not.toMatch(canary);
    expect(shared.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' });
  });

  it.each([
    ['format=docx', 'format'],
    ['format=pdf&paper=a0', 'paper'],
    ['', 'format'],
  ])('with ?%s is refused', async (query, path) => {
    const { status, problem } = await manager.get(`/api/reports/1/file?${query}`);
    expect([status, problem.faults?.map((fault) => fault.path)]).toEqual([400, [path]]);
  });
});
