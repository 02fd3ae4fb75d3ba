import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults, signIn, useBrowser } from './testing/browser.js';

jest.setTimeout(180_000);
const tracker = join(process.cwd(), 'libs/domain/test-cases/spreadsheets/tracker-zh.xlsx');
const journey = useBrowser();
let page: Page;

beforeEach(async () => {
  page = journey.page;
  await signIn(page.context(), journey.address);
});

it('journey 3: the old spreadsheet comes in, is asked about once, changes nothing again, and can be undone', async () => {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles(tracker);
  await page.getByRole('heading', { name: 'Dry run' }).waitFor();
  await page.getByText('宁波分公司').first().waitFor();
  expect(await page.getByRole('button', { name: /^Commit/ }).getAttribute('aria-disabled')).toBe('true');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'A unit of “华东远洋航运有限公司”' }).click();
  await page.getByRole('button', { name: 'Commit 10 changes', disabled: false }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();

  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles(tracker);
  await page.getByRole('heading', { name: 'Nothing would change' }).waitFor();

  await page.goto('/readiness');
  await page
    .getByRole('grid')
    .getByRole('button', { name: /^华东远洋航运有限公司, Amazon ECS Delivery/ })
    .waitFor();

  await page.goto('/import');
  await page.getByRole('link', { name: 'tracker-zh.xlsx' }).last().click();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('heading', { name: 'Undone' }).waitFor();
  await page.goto('/studies');
  await page.getByText('No studies yet').waitFor();
});

it('a file that is no spreadsheet gets a clear answer on screen, and nothing is stored', async () => {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles({
    name: 'noise.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256)),
  });
  await page.getByRole('alert').waitFor();
  await page.goto('/studies');
  await page.getByText('No studies yet').waitFor();
});

describe('with the demo company', () => {
  it('journey 2: can we apply in March? The day is in the address and says ready or not, with what is missing', async () => {
    await page.context().request.post(`${journey.address}/api/demo`);
    await page.goto('/specializations/competency-devops-services');
    await page
      .getByText(/Ready through/)
      .first()
      .waitFor();
    await page.goto('/specializations/competency-devops-services?asOf=2027-03-01');
    await page
      .getByText(/Short of 1 study/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Back to today' }).click();
    await page.waitForURL((url) => !url.search.includes('asOf'));
  });

  it('journey 4: a project goes live, and three facts show which specializations it could support', async () => {
    await page.goto('/studies/new?customer=oldmill');
    await page.getByLabel('Go-live day').fill('1 nov 2026');
    await page.getByLabel('Service 1').first().fill('EKS');
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Amazon EKS Delivery' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create the draft' }).click();
    await page.waitForURL(/\/studies\/(?!new)/);
  });

  it('journey 6: the second study of a customer names the one in the way and shows what a swap changes', async () => {
    await page.goto('/studies/CS-202');
    await page
      .getByRole('button', { name: /^Activate/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Fraud scoring in 40 milliseconds').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: /Replace/ }).click();
    await page.getByText('Active').first().waitFor();
    await page.goto('/studies/CS-106');
    await page.getByText('Retired').first().waitFor();
  });

  it('the matrix is one tab stop: arrows move, Enter says why', async () => {
    await page.goto('/readiness');
    const cell = page.getByRole('grid').getByRole('button', { name: /^Corvid Media GmbH, DevOps/ });
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Why it is relevant to DevOps is not told').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/DevOps/);
  });
});
