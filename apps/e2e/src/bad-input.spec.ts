import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { accessibilityFaults, signIn, useBrowser } from './testing/browser.js';
import { manager } from './testing/product.js';

jest.setTimeout(180_000);
const journey = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'caseboard-bad-input-'));
let page: Page;
let before: string;

beforeEach(async () => {
  page = journey.page;
  await signIn(page.context(), journey.address);
  await page.context().request.post('/api/demo');
  before = await portfolio();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** All that is stored, as the document that holds everything. */
async function portfolio(): Promise<string> {
  return (await page.context().request.get('/api/portfolio')).text();
}

async function bringIn(name: string, mimeType: string, content: string | Buffer): Promise<void> {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
}

const isStored = () => page.locator('[data-saving=saved]').waitFor();
const study = async (id: string) => (await page.context().request.get(`/api/studies/${id}`)).json();

it('a file of 300 MB is refused at once, with what is possible instead', async () => {
  const file = join(folder, 'everything.xlsx');
  writeFileSync(file, '');
  truncateSync(file, 300 * 1024 * 1024);
  await page.goto('/import');
  await chooseOnDisk('input[type=file]', file);
  await page.getByRole('alert').filter({ hasText: 'everything.xlsx is 300 MB; a file can be 256 MB at most.' }).waitFor({ timeout: 5_000 });
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await portfolio()).toBe(before);
});

it('a zip bomb called Excel is refused before it unfolds', async () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 1 });
  await bringIn('bomb.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', Buffer.from(bomb));
  await page.getByRole('alert').filter({ hasText: 'It unpacks to far more than a spreadsheet holds. Nothing was stored.' }).waitFor();
  expect(await portfolio()).toBe(before);
});

it('a document with ids used twice, units in a circle, 30 February and a paragraph too long says where each is', async () => {
  const customer = (id: string, partOf: string) => ({ id, legalName: `Unit ${id}`, kind: 'unit', partOf });
  const draft = (id: string, more: object) => ({ id, status: 'draft', visibility: 'private', ...more });
  const document = {
    format: 'caseboard-portfolio',
    version: 1,
    customers: [customer('round', 'about'), customer('about', 'round')],
    studies: [
      draft('twice', { title: 'The first of two' }),
      draft('twice', { deployedOn: '2026-02-30' }),
      draft('long', { sections: { solution: ['x'.repeat(10_001)] } }),
    ],
  };
  await bringIn('faults.json', 'application/json', JSON.stringify(document));
  const faults = page.getByRole('region', { name: 'Refused' });
  for (const why of [
    'The id “twice” is used twice.',
    'By “about” the customer would be part of itself.',
    '“2026-02-30” is no day of the calendar.',
    'At most 10,000 characters are possible here.',
  ])
    await faults.getByText(why).waitFor();
  expect(await page.getByRole('button', { name: /^Commit/ }).getAttribute('aria-disabled')).toBe('true');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await portfolio()).toBe(before);
});

it('30 February in a sheet names its cell and is mended on the spot; a formula, emoji and right-to-left text come in as text', async () => {
  const rows = [
    'Study ID,Customer,Title,Short description,Deployed on',
    'BAD-1,oldmill,"=HYPERLINK(""https://example.com"",""click"")",مصنع يعمل على السحابة 👩🏽‍🏭,2026-02-30',
  ];
  await bringIn('february.csv', 'text/csv', rows.join('\r\n'));
  const mend = page.getByRole('textbox', { name: 'New value for CSV E2' });
  await page.getByText('“2026-02-30” is no day of the calendar.').waitFor();
  expect(await portfolio()).toBe(before);
  await mend.fill('2026-02-28');
  await page.getByRole('button', { name: 'Check the mended cell' }).click();
  await page.getByRole('button', { name: 'Commit 1 change', disabled: false }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByRole('link', { name: /=HYPERLINK/ }).click();
  await page.getByRole('heading', { level: 1, name: '=HYPERLINK("https://example.com","click")' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Short description' }).inputValue()).toBe('مصنع يعمل على السحابة 👩🏽‍🏭');
  expect(await study('BAD-1')).toMatchObject({ status: 'draft', deployedOn: '2026-02-28' });
});

it('30 February typed into a form is told at once, and the form waits', async () => {
  await page.goto('/studies/new?customer=oldmill');
  const day = page.getByLabel('Go-live day');
  await day.fill('30 feb 2026');
  await page.getByText('February 2026 has 28 days.').waitFor();
  await page.getByRole('button', { name: 'Create the draft' }).click();
  expect(await day.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await portfolio()).toBe(before);
});

it('a customer that would be part of its own unit is refused, and what was typed stays', async () => {
  await page.goto('/customers/tidemark');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Unit', exact: true }).click();
  await form.getByRole('textbox', { name: 'Part of' }).fill('Tidemark Outlet');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByRole('alert').filter({ hasText: 'Choose one from the list, or make a new one.' }).waitFor();
  await form.getByRole('option', { name: /^Tidemark Outlet/ }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('The customers would be part of each other in a circle').waitFor();
  expect(await form.getByRole('textbox', { name: 'Part of' }).inputValue()).toBe('Tidemark Outlet');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await portfolio()).toBe(before);
});

it('a paragraph of 10,001 characters is refused by itself: the rest is saved, and it too once it is shorter', async () => {
  await page.goto('/studies/CS-201');
  const paragraph = page.getByRole('textbox', { name: 'Customer challenge, paragraph 1' });
  await paragraph.fill('x'.repeat(10_001));
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('مخازن أقل هدرًا 🥖🇫🇷');
  await page.keyboard.press('Control+s');
  await page.getByRole('alert').filter({ hasText: 'Not saved. Customer challenge' }).first().waitFor();
  await page.getByText('At most 10,000 characters are possible here.').first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const challenge = (JSON.parse(before) as { studies: { id: string; sections: { challenge: string[] } }[] }).studies.find(
    ({ id }) => id === 'CS-201',
  )?.sections.challenge;
  expect(await study('CS-201')).toMatchObject({ title: 'مخازن أقل هدرًا 🥖🇫🇷', sections: { challenge } });
  await paragraph.fill('x'.repeat(10_000));
  await page.keyboard.press('Control+s');
  await isStored();
  expect(await study('CS-201')).toMatchObject({ sections: { challenge: ['x'.repeat(10_000)] } });
  await page.goto('/studies?search=هدرًا');
  await page.getByRole('link', { name: 'مخازن أقل هدرًا 🥖🇫🇷' }).waitFor();
});

it('SQL in a search field is text that nothing matches', async () => {
  await page.goto('/studies');
  const search = page.getByRole('searchbox');
  for (const text of ["'; DROP TABLE study; --", "%' OR '1'='1", '_________']) {
    await search.fill(text);
    await page.getByText('No study matches', { exact: true }).waitFor();
  }
  await search.fill('AnyBank');
  await page.getByRole('link', { name: 'Core banking releases, monthly to daily' }).waitFor();
  expect(await portfolio()).toBe(before);
});

describe('a session that ends', () => {
  it('while a study is written keeps what was typed, and stores it after signing in again', async () => {
    await page.goto('/studies/CS-121');
    await page.getByRole('textbox', { name: 'Title', exact: true }).waitFor();
    await page.context().request.delete('/api/session');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Typed after the session ended');
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Your session ended' });
    await dialog.getByText('Nothing you typed is lost.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel('Password').fill('not the password');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Password').fill(manager.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await isStored();
    expect(await study('CS-121')).toMatchObject({ title: 'Typed after the session ended' });
  });

  it('while a form is filled in lets it be sent after signing in again', async () => {
    await page.goto('/customers');
    await page.getByRole('button', { name: 'New customer' }).click();
    const form = page.getByRole('dialog', { name: 'New customer' });
    await form.getByLabel('Other names').fill('Lantern');
    await page.context().request.delete('/api/session');
    await form.getByLabel('Legal name').fill('Lantern Works Ltd.');
    await form.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session ended' });
    await dialog.getByLabel('Password').fill(manager.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lantern Works Ltd.' }).waitFor();
    const found = await page.context().request.get('/api/customers?search=Lantern');
    expect(await found.json()).toMatchObject({ total: 1, items: [{ legalName: 'Lantern Works Ltd.' }] });
  });
});

/** By the browser's own protocol: handing 300 MB over is what the page is to be spared, and so is this test. */
async function chooseOnDisk(selector: string, file: string): Promise<void> {
  await page.locator(selector).waitFor({ state: 'attached' });
  const browser = await page.context().newCDPSession(page);
  const { root } = await browser.send('DOM.getDocument');
  const { nodeId } = await browser.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  await browser.send('DOM.setFileInputFiles', { files: [file], nodeId });
}
