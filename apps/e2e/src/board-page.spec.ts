import type { Page } from 'playwright-core';
import type { Email } from 'postal-mime';
import { accessibilityFaults, signIn, useBrowser } from './testing/browser.js';
import { useMailbox } from './testing/mailbox.js';
import { invite, type Colleague } from './testing/people.js';

jest.setTimeout(180_000);
const mailbox = useMailbox();
const journey = useBrowser(() => ({ SMTP_URL: mailbox.url }));
const headline = 'Six of ten targets can be filed. Without action, two of them will lapse by 1 Feb 2027.';
let lea: Colleague;
let mail: Email;

beforeAll(async () => {
  const page = await journey.another();
  const { request } = page.context();
  await signIn(page.context(), journey.address);
  lea = await invite(request, 'Lea', 'leader');
  const settings = { data: { morningHour: 0 }, headers: { 'if-match': '*' } };
  expect((await request.patch(`${journey.address}/api/settings/alerts`, settings)).ok()).toBe(true);
  expect((await request.post(`${journey.address}/api/demo`)).ok()).toBe(true);
});

it('journey 10: a board is tomorrow, so the report is issued by itself and mailed to its reader, who opens it', async () => {
  let { page } = journey;
  await signIn(page.context(), journey.address);
  await page.goto('/settings#report');
  const section = page.locator('#report');
  await section.getByLabel('A board day').fill('24 Nov 2026');
  await section.getByRole('button', { name: 'Add' }).first().click();
  await section.getByRole('textbox', { name: 'E-mail of somebody with an account' }).fill(lea.email);
  await section.getByRole('button', { name: 'Add' }).last().click();
  await section.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Report settings saved').waitFor();

  mail = await mailbox.mailTo(lea.email, /^Leadership report 1: /);
  expect(mail.subject).toContain(headline);
  page = await journey.open();
  await page.setContent(mail.html as string);
  await page.goto((await page.getByRole('link', { name: 'Open the report' }).getAttribute('href')) as string);
  await page.getByLabel('E-mail').fill(lea.email);
  await page.getByLabel('Password', { exact: true }).fill(lea.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: headline }).waitFor();
  await page.getByText('on schedule').waitFor();
  expect(await page.getByRole('button', { name: 'Links' }).count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.getByText('Leadership report, draft').waitFor();
  await page.getByRole('heading', { level: 1, name: headline }).waitFor();
});

it('somebody without an account reads it by a link, meets no name of an anonymous customer, and nothing once it is revoked', async () => {
  const { page } = journey;
  await signIn(page.context(), journey.address);
  await page.goto('/reports/1');
  await page.getByRole('button', { name: 'Links' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const address = await dialog.getByLabel('Address of the link').inputValue();
  expect(new URL(address).pathname).toMatch(/^\/r\/[\w-]{20,}$/);

  const outside = await journey.another();
  await outside.goto(address);
  await outside.getByRole('heading', { level: 1, name: headline }).waitFor();
  expect(await outside.getByRole('main').innerText()).toContain('Customers who asked not to be named are not named.');
  expect(await accessibilityFaults(outside)).toEqual([]);
  expect(await fileOf(outside, 'PDF')).toBe('%PDF');

  await page.reload();
  await page.getByRole('button', { name: 'Links' }).click();
  await dialog.getByText(/opened once/).waitFor();
  await dialog.getByRole('button', { name: /^Revoke/ }).click();
  await dialog.getByText(/^revoked/).waitFor();
  await outside.reload();
  await outside.getByRole('heading', { level: 1, name: 'This link opens nothing' }).waitFor();
  expect((await outside.request.get(address.replace('/r/', '/api/shared-reports/'))).status()).toBe(404);
  expect(await accessibilityFaults(outside)).toEqual([]);
});

it('a number of the report opens exactly the list it counts; one issued by hand is made again to the same', async () => {
  const { page } = journey;
  await signIn(page.context(), journey.address);
  await page.goto('/report');
  const counting = page.getByRole('article').locator('dl > div').last().getByRole('link').first();
  const count = Number(await counting.innerText());
  await counting.click();
  await page.getByText(`${count} chosen`).waitFor();
  await page.getByText(`${count} rows`).waitFor();
  await page.goBack();

  await page.getByRole('button', { name: 'Issue report no. 2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Issue it' }).click();
  await page.getByRole('button', { name: 'Make it again and compare' }).click();
  await page.getByText('Made again from the record of changes: the same numbers, the same hash.').waitFor();
  await page.goto('/reports');
  const rows = page.getByRole('row');
  await rows.filter({ hasText: 'Report no. 1' }).waitFor();
  expect(await rows.nth(1).innerText()).toMatch(/Report no. 2[^]*Issued/);
  expect(await rows.nth(2).innerText()).toMatch(/Report no. 1[^]*on schedule/);
});

/** The first four characters of the file that a button makes. */
async function fileOf(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).subarray(0, 4).toString('latin1');
}
