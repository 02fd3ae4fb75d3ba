import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';

const folder = join(__dirname, '../../../../libs/domain/test-cases/assess');
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.portfolio.json'))
  .map((file) => {
    const expected = readdirSync(folder).find((other) => other.startsWith(file.slice(0, 3)) && other.endsWith('.expected.json')) as string;
    return { file, expected, asOf: expected.slice(3, 13) };
  });

describe.each(cases)('$file brought into the product', ({ file, expected, asOf }) => {
  const test = useTestApp();

  it(`has over HTTP the readiness that the command line gives as of ${asOf}`, async () => {
    await bringIn(test, read(file));
    const leader = await test.signIn('leader');
    const { status, body } = await leader.get(`/api/readiness?asOf=${asOf}`);
    expect([status, body.asOf]).toEqual([200, asOf]);
    const byCode = new Map(body.specializations.map((each: { code: string }) => [each.code, each]));
    for (const specialization of read(expected).specializations) expect(byCode.get(specialization.code)).toMatchObject(specialization);
  });

  it('has over HTTP the verdicts that the command line gives', async () => {
    const manager = await test.signIn('manager');
    for (const { id, expiresOn, verdicts } of read(expected).studies) {
      const { body } = await manager.get(`/api/studies/${encodeURIComponent(id)}/standing?asOf=${asOf}`);
      const told = body.linked.map(({ code, supports, expiresOn, findings }: never) => ({
        specialization: code,
        supports,
        expiresOn,
        gaps: gapsOf(findings),
      }));
      expect({ id, expiresOn: body.expiresOn, verdicts: told }).toEqual({ id, expiresOn, verdicts });
    }
  });
});

function gapsOf(findings: readonly { code: string; outcome: string; kind: string }[]) {
  return findings.filter(({ outcome }) => outcome !== 'met').map(({ code, outcome, kind }) => ({ code, outcome, kind }));
}
