import { readFileSync } from 'node:fs';
import type { ImportQuestion } from '@caseboard/contracts';
import { type Portfolio, unknownPartner, writePortfolio } from '@caseboard/domain';
import type { ImportOptions } from '../import-rows.service.js';
import { type ImportFile, readImportFile } from './import-file.js';
import { type ImportPlan, planImport } from './plan-import.js';

const empty: Portfolio = { partner: unknownPartner, specializations: [], customers: [], studies: [] };
const nothing = { answers: new Map<string, string>(), meaning: () => undefined };
const sample = (name: string) => readFileSync(`libs/domain/test-cases/spreadsheets/${name}`);

async function planOf(
  file: Buffer | string,
  kind: 'csv' | 'xlsx' | 'json',
  options: ImportOptions = {},
  stored = empty,
  remembered: Parameters<typeof planImport>[2] = nothing,
): Promise<ImportPlan> {
  return planImport(await readImportFile(Buffer.from(file), kind, () => false), options, remembered, stored);
}

/** Sheets of texts, as a workbook would give them. */
const sheetsOf = (sheets: Readonly<Record<string, readonly (readonly string[])[]>>): ImportFile => ({
  kind: 'tables',
  file: {
    hidden: [],
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map((cells, at) => ({ number: at + 1, cells: cells.map((text) => ({ text })) })),
    })),
  },
});
const faultsOf = ({ faults }: ImportPlan) => faults.map(({ path, value, reason }) => [path, value, reason]);
const answer = ({ id, choices }: ImportQuestion, choice = 0): ImportOptions => ({ answers: { [id]: choices[choice] as string } });

describe('The Chinese tracker', () => {
  it('gives the same five studies and one question as a workbook and as a GB18030 CSV', async () => {
    const workbook = await planOf(sample('tracker-zh.xlsx'), 'xlsx');
    const csv = await planOf(sample('tracker-zh-gb18030.csv'), 'csv');
    expect(workbook.faults).toEqual([]);
    expect(workbook.portfolio?.studies.map(({ id }) => id)).toEqual(['CS-001', 'CS-002', 'CS-003', 'CS-004', 'CS-005']);
    expect(csv.portfolio).toEqual(workbook.portfolio);
    expect(workbook.questions.map(({ kind, name }) => [kind, name])).toEqual([['unit-of', '华东远洋航运有限公司宁波分公司']]);
    expect(csv.questions.map(({ id }) => id)).toEqual(workbook.questions.map(({ id }) => id));
  });

  it('reads each cell as portfolio-format.md says', async () => {
    const { portfolio } = await planOf(sample('tracker-zh.xlsx'), 'xlsx');
    expect(portfolio?.studies[0]).toMatchObject({
      status: 'active',
      visibility: 'public',
      format: 'case-study',
      stage: 'production',
      deployedOn: '2025-09-01',
      sections: { challenge: ['高峰期订舱排队。', '若不改造将流失客户。'] },
      services: [
        { name: 'Amazon ECS', usage: '运行订舱服务' },
        { name: 'AWS CodePipeline', usage: '持续交付' },
      ],
      outcomes: [
        { statement: '部署频率提升 7 倍', value: 7 },
        { statement: '成本下降 32%', value: 32 },
      ],
      diagrams: 1,
      consent: { state: 'granted', until: null },
      applications: [{ specialization: 'service-delivery-amazon-ecs', relevance: '订舱核心运行于 ECS' }],
      owner: 'mia@example.com',
    });
    expect(portfolio?.studies[1]?.applications[0]?.specialization).toBe('service-delivery-aws-glue');
    expect(portfolio?.studies[4]).toMatchObject({ deployedOn: '2026-01-31', support: { before: '迁移前评估', after: '7x24 支持' } });
  });

  it('makes the branch a unit, or an entity of its own, as the answer says', async () => {
    const { questions } = await planOf(sample('tracker-zh.xlsx'), 'xlsx');
    const [question] = questions as [ImportQuestion];
    const entity = question.candidates[0]?.id;
    const asUnit = await planOf(sample('tracker-zh.xlsx'), 'xlsx', answer(question, 0));
    const alone = await planOf(sample('tracker-zh.xlsx'), 'xlsx', answer(question, 1));
    expect(asUnit.portfolio?.customers[1]).toMatchObject({ kind: 'unit', partOf: entity });
    expect(alone.portfolio?.customers[1]).toMatchObject({ kind: 'legal-entity', partOf: null });
  });
});

describe('The English tracker', () => {
  it('reports exactly the faults that it has, each at its sheet, row and column, and asks whether A1 and A2 are one', async () => {
    const plan = await planOf(sample('tracker-en-with-faults.xlsx'), 'xlsx');
    expect(plan.faults.map(({ sheet, row, column, value, reason }) => [sheet, row, column, value, reason])).toEqual([
      ['Studies', 3, 'Status', 'L1', 'two-active-studies'],
      ['Studies', 4, 'Deployed on', '03/04/2026', 'ambiguous-day'],
      ['Studies', 5, 'Deployed on', '2026-02-30', 'no-such-day'],
      ['Applications', 4, 'Study ID', 'ZZ', 'unknown-study'],
      ['Applications', 4, 'Specialization', 'no-such-code', 'unknown-specialization'],
    ]);
    expect(plan.questions.map(({ kind, name, candidates }) => [kind, name, candidates.map(({ id }) => id)])).toEqual([
      ['same-customer', 'Larkspur Foods Incorporated', ['A1']],
    ]);
    expect(plan.changes).toBeNull();
  });

  it('comes in once the order of days is said, cells are mended and the question is answered', async () => {
    const { questions } = await planOf(sample('tracker-en-with-faults.xlsx'), 'xlsx');
    const plan = await planOf(sample('tracker-en-with-faults.xlsx'), 'xlsx', {
      ...answer(questions[0] as ImportQuestion),
      dayOrder: 'day-first',
      cells: [
        { sheet: 'Studies', row: 3, column: 'Status', value: 'draft' },
        { sheet: 'Studies', row: 5, column: 'deployedOn', value: '2026-02-28' },
        { sheet: 'Applications', row: 4, column: 'Study ID', value: 'B2' },
        { sheet: 'Applications', row: 4, column: 'Specialization', value: 'msp' },
      ],
    });
    expect(plan.faults).toEqual([]);
    expect(plan.portfolio?.customers.map(({ id, aliases }) => [id, aliases])).toEqual([
      ['A1', ['Larkspur', 'Larkspur Foods Incorporated']],
      ['A3', []],
      ['A4', ['Brightwater']],
    ]);
    expect(plan.portfolio?.studies[2]?.deployedOn).toBe('2026-04-03');
    expect(plan.portfolio?.studies[3]).toMatchObject({
      title: '=HYPERLINK("https://example.com","x")',
      applications: [{ specialization: 'msp' }],
    });
  });
});

describe('A table', () => {
  const stored = async () => (await planOf(sample('tracker-zh.xlsx'), 'xlsx')).portfolio as Portfolio;

  it('may have titles above its headings, its columns in any order, blank rows between, headings in other case and width', async () => {
    const plan = await planImport(
      sheetsOf({
        Tracker: [
          ['Our studies'],
          [],
          ['TITLE', 'ｓｔａｔｕｓ', '客 户'],
          ['A study', 'Active', 'Acme Ltd'],
          [],
          ['Another', '', 'Bolt GmbH'],
        ],
      }),
      {},
      nothing,
      empty,
    );
    expect(plan.faults).toEqual([]);
    expect(plan.portfolio?.studies.map(({ title, status, visibility }) => [title, status, visibility])).toEqual([
      ['A study', 'active', 'private'],
      ['Another', 'draft', 'private'],
    ]);
  });

  it('changes only the columns it has, and a blank status is no status', async () => {
    const before = await stored();
    const plan = await planImport(
      sheetsOf({
        Studies: [
          ['Study ID', 'Status', 'Short description'],
          ['CS-001', '', 'Shorter'],
        ],
      }),
      {},
      nothing,
      before,
    );
    expect(plan.records.map(({ id, outcome, changes }) => [id, outcome, changes])).toEqual([
      ['CS-001', 'changed', [{ path: 'summary', before: '订舱系统迁移到容器', after: 'Shorter' }]],
    ]);
  });

  it('matches studies without ids by customer and title', async () => {
    const before = await stored();
    const plan = await planImport(
      sheetsOf({
        Studies: [
          ['Customer', 'Title', 'Owner'],
          ['北辰能源有限责任公司', '托管运维', 'new@example.com'],
          ['北辰能源有限责任公司', '新案例', ''],
        ],
      }),
      {},
      nothing,
      before,
    );
    expect(plan.records.map(({ title, outcome }) => [title, outcome])).toEqual([
      ['新案例', 'created'],
      ['托管运维', 'changed'],
    ]);
  });

  it('takes a customer by name, id or registration', async () => {
    const customers = [
      ['Customer ID', 'Legal name', 'Registration'],
      ['n1', 'Nordsee Logistik GmbH', 'lei 529900T8BM49AURSDO55; company-number:de HRB 12 34'],
    ];
    const studies = [
      ['Customer', 'Title', 'Status'],
      ['nordsee  logistik GMBH', 'a', ''],
      ['n1', 'b', ''],
      ['529900 T8BM-49AURSDO55', 'c', ''],
      ['LEI 529900t8bm49aursdo55', 'd', ''],
    ];
    const plan = await planImport(sheetsOf({ Customers: customers, Studies: studies }), {}, nothing, empty);
    expect(plan.portfolio?.studies.map(({ customer }) => customer)).toEqual(['n1', 'n1', 'n1', 'n1']);
    expect(plan.portfolio?.customers[0]?.registrations).toEqual([
      { scheme: 'lei', number: '529900T8BM49AURSDO55' },
      { scheme: 'company-number:DE', number: 'HRB 12 34' },
    ]);
  });

  it('refuses what it cannot read, cell by cell', async () => {
    const rows = [
      ['Customer', 'Title', 'Status', 'Deployed on', 'Diagrams', 'Specializations', 'Owner', 'Customer challenge'],
      ['Acme', 'a', 'frozen', 'soon', '2.5', 'Nonsense: x', '', ''],
      ['', '', 'active', '', '', '', 'mia@example.com', ''],
      ['Bolt', 'b', '', '2300-01-01', '20000', 'msp; MSP', '', 'x'.repeat(10_001)],
      ['Acme', 'a', '', '', '', '', '', ''],
    ];
    expect(faultsOf(await planImport(sheetsOf({ Studies: rows }), {}, nothing, empty))).toEqual([
      ['Studies!C2', 'frozen', 'unknown-value'],
      ['Studies!D2', 'soon', 'no-such-day'],
      ['Studies!E2', '2.5', 'not-a-count'],
      ['Studies!F2', 'Nonsense', 'unknown-specialization'],
      ['Studies!3', null, 'no-customer-and-title'],
      ['Studies!D4', '2300-01-01', 'day-out-of-range'],
      ['Studies!H4', expect.any(String), 'text-too-long'],
      ['Studies!E4', 20_000, 'not-a-count'],
      ['Studies!F4', 'msp', 'duplicate-application'],
      ['Studies!5', null, 'repeated-row'],
    ]);
  });

  it('refuses an alias that several specializations share, naming them', async () => {
    const own = (code: string) => ({
      code,
      name: `The ${code}`,
      aliases: ['Both'],
      requires: { studies: 1, public: 0, freshnessMonths: null },
    });
    const document = { format: 'caseboard-portfolio', version: 1, specializations: [own('one'), own('two:x')] };
    const before = { ...empty, specializations: (await planOf(JSON.stringify(document), 'json')).portfolio?.specializations ?? [] };
    const cell = (text: string) =>
      planImport(
        sheetsOf({
          Studies: [
            ['Customer', 'Title', 'Specializations'],
            ['Acme', 'a', text],
          ],
        }),
        {},
        nothing,
        before,
      );
    expect((await cell('both')).faults).toMatchObject([
      { path: 'Studies!C2', reason: 'shared-alias', params: { specializations: ['one', 'two:x'] } },
    ]);
    expect((await cell('two:x: because: yes; The one')).portfolio?.studies[0]?.applications).toMatchObject([
      { specialization: 'two:x', relevance: 'because: yes' },
      { specialization: 'one', relevance: '' },
    ]);
  });

  it('refuses a circle of units', async () => {
    const rows = [
      ['Customer ID', 'Legal name', 'Kind', 'Part of'],
      ['a', 'Acme', 'unit', 'b'],
      ['b', 'Bolt', 'unit', 'Acme'],
    ];
    expect(faultsOf(await planImport(sheetsOf({ Customers: rows }), {}, nothing, empty))).toEqual([
      ['Customers!D2', 'b', 'circle-of-units'],
      ['Customers!D3', 'a', 'circle-of-units'],
    ]);
  });

  it('refuses a duplicate id at its second row', async () => {
    const rows = [
      ['Study ID', 'Customer', 'Title'],
      ['x', 'Acme', 'a'],
      ['x', 'Bolt', 'b'],
    ];
    expect(faultsOf(await planImport(sheetsOf({ Studies: rows }), {}, nothing, empty))).toEqual([['Studies!A3', 'x', 'duplicate-id']]);
  });

  it('shows a table without known headings, for a person to match them', async () => {
    const file = sheetsOf({
      Tracker: [
        ['Client', 'What', 'Live since'],
        ['Acme', 'a', '2025-06-30'],
      ],
    });
    const plan = await planImport(file, {}, nothing, empty);
    expect(faultsOf(plan)).toEqual([['Tracker!1', null, 'no-heading-row']]);
    expect(plan.tables[0]?.headings).toMatchObject([
      { heading: 'Client', column: null, sample: 'Acme' },
      { heading: 'What' },
      { heading: 'Live since' },
    ]);
    const matched = await planImport(
      file,
      { mapping: { Tracker: { Client: 'customer', What: 'title', 'Live since': 'deployedOn' } } },
      nothing,
      empty,
    );
    expect(matched.portfolio?.studies).toMatchObject([{ title: 'a', deployedOn: '2025-06-30' }]);
  });

  it('uses what was matched and answered before', async () => {
    const rows = sheetsOf({
      Tracker: [
        ['Client', 'Title', 'Status'],
        ['Acme Holding Ltd', 'a', ''],
        ['ACME Holding Limited', 'b', ''],
      ],
    });
    const meaning = (_: string, heading: string) => (heading === 'Client' ? 'customer' : undefined);
    const first = await planImport(rows, {}, { ...nothing, meaning }, empty);
    const [question] = first.questions as [ImportQuestion];
    const again = await planImport(rows, {}, { answers: new Map([[question.id, question.choices[0] as string]]), meaning }, empty);
    expect(again.questions).toMatchObject([{ answer: question.choices[0], remembered: true }]);
    expect(again.portfolio?.customers).toMatchObject([{ legalName: 'Acme Holding Ltd', aliases: ['ACME Holding Limited'] }]);
  });
});

describe('A portfolio document', () => {
  it('comes in as it is and asks nothing', async () => {
    const document = JSON.parse(readFileSync('libs/domain/test-cases/portfolios/published-studies.json', 'utf8'));
    const plan = await planOf(JSON.stringify(document), 'json');
    expect([plan.faults, plan.questions]).toEqual([[], []]);
    const written = JSON.stringify(writePortfolio(plan.portfolio as Portfolio));
    expect(JSON.stringify(writePortfolio((await planOf(written, 'json')).portfolio as Portfolio))).toBe(written);
  });

  it('is refused with every fault at its path', async () => {
    const document = {
      format: 'caseboard-portfolio',
      version: 1,
      customers: [{ id: 'a', legalName: 'A', kind: 'unit', partOf: 'a' }],
      studies: [{ id: 's', status: 'draft', visibility: 'public', deployedOn: '2025-02-30', extra: 1 }],
    };
    expect(faultsOf(await planOf(JSON.stringify(document), 'json'))).toEqual([
      ['studies[0].deployedOn', '2025-02-30', 'no-such-day'],
      ['studies[0].extra', 1, 'unknown-key'],
      ['customers[0].partOf', 'a', 'circle-of-units'],
    ]);
  });

  it('that is no JSON is refused', async () => {
    for (const text of ['', '{', 'null', '\u0000', '[]']) expect((await planOf(text, 'json')).faults).toHaveLength(1);
  });

  it('that stands already changes nothing', async () => {
    const text = readFileSync('libs/domain/test-cases/portfolios/published-studies.json', 'utf8');
    const stored = (await planOf(text, 'json')).portfolio as Portfolio;
    expect((await planOf(text, 'json', {}, stored)).records.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
  });
});
