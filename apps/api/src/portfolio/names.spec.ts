import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { customerRecord, Engine, studyRecord, unknownPartner, type Customer, type Day, type Study } from '@caseboard/domain';
import { withheldMark } from './name-mask.js';
import { Records } from './records.js';
import type { Stored } from './rows.js';
import { Snapshot } from './snapshot.js';
import { WithholdingCache } from './withholding.js';

const leader = { role: 'leader', seesAnonymousNames: false } as const;
const manager = { role: 'manager', seesAnonymousNames: false } as const;

describe('which customers a leader meets', () => {
  const canary = { id: 'canary', legalName: 'Canary Holding GmbH', kind: 'legal-entity' } as const;

  it.each`
    studies                                    | meets
    ${[]}                                      | ${true}
    ${['active anonymous']}                    | ${false}
    ${['draft anonymous']}                     | ${false}
    ${['active anonymous', 'draft anonymous']} | ${false}
    ${['active anonymous', 'draft public']}    | ${true}
    ${['active anonymous', 'draft private']}   | ${true}
    ${['active anonymous', 'retired public']}  | ${false}
    ${['active public', 'retired anonymous']}  | ${true}
    ${['retired anonymous']}                   | ${false}
    ${['retired anonymous', 'retired public']} | ${false}
    ${['retired public']}                      | ${true}
  `('one with the studies $studies: $meets', ({ studies, meets }: { studies: string[]; meets: boolean }) => {
    const snapshot = snapshotOf(
      [canary],
      studies.map((words, at) => ({ id: `s${at}`, customer: 'canary', ...statusAndVisibility(words) })),
    );
    expect(snapshot.namesFor(leader).meets('canary')).toBe(meets);
  });

  it('the entity above a unit whose only study is anonymous is hidden too, since its name is one of the names', () => {
    const unit = { id: 'unit', legalName: 'Canary Berlin', kind: 'unit', partOf: 'canary' } as const;
    const names = snapshotOf([canary, unit], [{ id: 's', customer: 'unit', status: 'active', visibility: 'anonymous' }]).namesFor(leader);
    expect([names.meets('unit'), names.meets('canary')]).toEqual([false, false]);
  });

  it('the entity is met through a public study of another unit, the unit with the anonymous one is not', () => {
    const units = ['berlin', 'kiel'].map((id) => ({ id, legalName: `${id} works`, kind: 'unit', partOf: 'canary' }) as const);
    const snapshot = snapshotOf(
      [canary, ...units],
      [
        { id: 's', customer: 'berlin', status: 'active', visibility: 'anonymous' },
        { id: 't', customer: 'kiel', status: 'draft', visibility: 'public' },
      ],
    );
    const names = snapshot.namesFor(leader);
    expect(['canary', 'berlin', 'kiel'].map((id) => names.meets(id))).toEqual([true, false, true]);
  });

  it('managers, and leaders who are allowed to, meet every customer', () => {
    const snapshot = snapshotOf([canary], [{ id: 's', customer: 'canary', status: 'active', visibility: 'anonymous' }]);
    expect(snapshot.namesFor(manager).meets('canary')).toBe(true);
    expect(snapshot.namesFor({ role: 'leader', seesAnonymousNames: true }).meets('canary')).toBe(true);
  });
});

describe('what a leader reads', () => {
  const hidden = {
    id: 'hidden',
    legalName: 'Zyxwey Logistik GmbH',
    aliases: ['Zyxwey', '紫星物流', 'ZW'],
    kind: 'legal-entity',
    registrations: [{ scheme: 'lei', number: 'ZYX900T8BM49AURSDO55' }],
  } as const;
  const shown = { id: 'shown', legalName: 'Harbour Foods Ltd.', kind: 'legal-entity' } as const;
  const snapshot = snapshotOf(
    [hidden, shown],
    [
      {
        id: 'a1',
        customer: 'hidden',
        status: 'active',
        visibility: 'anonymous',
        title: 'How ZYXWEY LOGISTIK ships, and Zyxwey again',
        url: 'https://example.com/zyxwey-logistik',
        sections: { solution: ['紫星物流的平台 on EKS', 'ZW runs it, number ZYX900T8BM49AURSDO55.'] },
        applications: [{ specialization: 'msp', relevance: 'Zyx\u00adwey asked for it' }],
      },
      {
        id: 'a2',
        customer: 'shown',
        status: 'draft',
        visibility: 'anonymous',
        title: 'Harbour Foods in the cold',
        url: 'https://example.com/cold',
      },
      {
        id: 'p1',
        customer: 'shown',
        status: 'active',
        visibility: 'public',
        title: 'Harbour Foods, faster than Zyxwey',
        url: 'https://example.com/harbour?of=zyxwey',
      },
    ],
  );
  const names = snapshot.namesFor(leader);
  const read = (id: string) => names.study(snapshot.study(id) as Study);

  it('an anonymous study comes without its customer and address, its customer’s names, numbers and aliases taken out', () => {
    expect(read('a1')).toMatchObject({ customer: null, title: `How ${withheldMark} ships, and ${withheldMark} again`, url: '' });
    expect(read('a1').sections.solution).toEqual([`${withheldMark}的平台 on EKS`, `${withheldMark} runs it, number ${withheldMark}.`]);
    expect(read('a1').applications[0]?.relevance).toBe(`${withheldMark} asked for it`);
  });

  it('a customer with a public study is shown with that one, and not with its anonymous one', () => {
    expect(names.customerOf(snapshot.study('p1') as Study)?.legalName).toBe('Harbour Foods Ltd.');
    expect(names.customerOf(snapshot.study('a2') as Study)).toBeNull();
    expect(read('a2').title).toBe(`${withheldMark} in the cold`);
    expect(read('p1').title).toBe(`Harbour Foods, faster than ${withheldMark}`);
  });

  it('an address that names a hidden customer loses the name', () => {
    expect(read('p1').url).toBe(`https://example.com/harbour?of=${withheldMark}`);
  });

  it('the search finds nothing by a hidden name, nor by the mark that stands for it', () => {
    const haystacks = ['a1', 'a2', 'p1'].map((id) => names.haystack(snapshot.study(id) as Study));
    expect(haystacks.filter((text) => /zyxwey|紫星|▇/.test(text))).toEqual([]);
    expect(haystacks.map((text) => text.includes('harbour foods ltd.'))).toEqual([false, false, true]);
    expect(snapshot.namesFor(manager).haystack(snapshot.study('a1') as Study)).toContain('zyxwey logistik gmbh');
  });

  it('a manager reads every character', () => {
    expect(snapshot.namesFor(manager).study(snapshot.study('a1') as Study)).toBe(snapshot.study('a1'));
  });
});

function statusAndVisibility(words: string): Record<string, string> {
  const [status, visibility] = words.split(' ') as [string, string];
  return { status, visibility };
}

function snapshotOf(customers: readonly object[], studies: readonly object[]): Snapshot {
  const customerRecords = Records.none<Customer>().with(
    customers.map((json, at) => stored(made(customerRecord, json), at)),
    [],
  );
  const studyRecords = Records.none<Study>().with(
    studies.map((json, at) => stored(made(studyRecord, json), at)),
    [],
  );
  const catalog = new Map(builtInSpecializations.map((entry) => [entry.code, entry]));
  const portfolio = {
    partner: unknownPartner,
    specializations: builtInSpecializations,
    customers: customerRecords.list,
    studies: studyRecords.list,
  };
  return new Snapshot({
    revision: 1,
    warningDays: 90,
    settingsVersion: 1,
    portfolio,
    studies: studyRecords,
    customers: customerRecords,
    entries: Records.none(),
    catalog,
    engine: new Engine(portfolio),
    today: () => '2026-11-22' as Day,
    withholdings: new WithholdingCache(),
  });
}

function made<R>(records: typeof studyRecord | typeof customerRecord, json: object): R & { id: string } {
  const read = records.read(json, { partial: false });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return (records as { complete(given: unknown): unknown }).complete(read.given) as R & { id: string };
}

function stored<R extends { id: string }>(record: R, position: number): Stored<R> {
  return { id: record.id, position, record, meta: { version: 1, createdAt: '', updatedAt: '' } };
}
