import type { Page } from 'playwright-core';
import { accessibilityFaults, signIn, useBrowser } from './testing/browser.js';
import { invite } from './testing/people.js';

jest.setTimeout(180_000);
const journey = useBrowser();
let page: Page;

beforeEach(async () => {
  page = journey.page;
  await signIn(page.context(), journey.address);
  await page.context().request.post('/api/demo');
});

const titleOf = (window: Page) => window.getByRole('textbox', { name: 'Title', exact: true });
const summaryOf = (window: Page) => window.getByRole('textbox', { name: 'Short description', exact: true });
const isStored = (window: Page) => window.locator('[data-saving=saved]').waitFor();

async function studyOf(window: Page, id: string): Promise<{ title: string; summary: string; sections: { results: string[] } }> {
  return (await window.context().request.get(`/api/studies/${id}`)).json();
}

it('journey 5: the panel says while one types which specialization turns green, before anything is stored', async () => {
  await page.route('**/api/studies/CS-108', (route) => (route.request().method() === 'PATCH' ? undefined : route.continue()));
  await page.goto('/studies/CS-108?tab=links');
  const panel = page.getByRole('complementary', { name: 'What this study is worth' });
  await panel.getByRole('heading', { name: '1 gap to close' }).waitFor();
  await page.getByRole('textbox', { name: 'Why it is relevant to DevOps' }).fill('Channels are delivered by pipelines.');
  await panel.getByRole('heading', { name: 'No gap' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

it('journey 5: two people edit one study at once; the second meets both versions, and nothing is lost', async () => {
  const li = await journey.another();
  await signIn(li.context(), journey.address, await invite(page.context().request, 'Li', 'manager'));
  await Promise.all([page, li].map((window) => window.goto('/studies/CS-108')));
  await Promise.all([page, li].map((window) => titleOf(window).waitFor()));

  await titleOf(page).fill('Live sport, as mia wrote it');
  await summaryOf(page).fill('What mia wrote about it.');
  await page.keyboard.press('Control+s');
  await isStored(page);

  await titleOf(li).fill('Live sport, as Li wrote it');
  await li.getByRole('textbox', { name: 'Results and benefits, paragraph 1' }).fill('Delay fell to 9 seconds, wrote Li.');
  await li.keyboard.press('Control+s');
  const conflict = li.getByRole('alert').filter({ hasText: 'mia changed Title while you were away. Both versions are kept.' });
  await conflict.waitFor();
  expect(await studyOf(li, 'CS-108')).toMatchObject({ title: 'Live sport, as mia wrote it', summary: 'What mia wrote about it.' });

  await li.reload();
  await conflict.getByRole('button', { name: 'Compare' }).click();
  const dialog = li.getByRole('dialog', { name: 'Two versions' });
  // What differs is announced as "Added:".
  expect(await dialog.innerText()).toMatch(/Yours[^]*Li wrote it[^]*mia’s[^]*mia wrote it/);
  expect(await accessibilityFaults(li)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save the choice' }).click();
  await isStored(li);
  const both = { title: 'Live sport, as Li wrote it', summary: 'What mia wrote about it.' };
  expect(await studyOf(li, 'CS-108')).toMatchObject({ ...both, sections: { results: ['Delay fell to 9 seconds, wrote Li.'] } });

  await summaryOf(page).fill('What mia wrote afterwards.');
  await page.keyboard.press('Control+s');
  await page.getByText('Li changed Title, Results and benefits meanwhile. It is taken in; your own changes are saved too.').waitFor();
  expect(await titleOf(page).inputValue()).toBe(both.title);
  await isStored(page);
  expect(await studyOf(page, 'CS-108')).toMatchObject({ ...both, summary: 'What mia wrote afterwards.' });
  const history = await page.context().request.get('/api/history?subject=study&subjectId=CS-108&size=50');
  expect(await history.text()).toContain('Live sport, as mia wrote it');
});

describe('journey 7', () => {
  const named = {
    title: 'Meridian Ferries leaves the mainframe',
    url: 'https://harborcloud.example/case-studies/meridian-ferries',
    services: [{ name: 'Amazon RDS', usage: 'Holds the bookings of Meridian Line' }],
    outcomes: [{ statement: 'MERIDIAN  FERRIES AB pays 41 % less', value: 41, unit: '%' }],
  };

  it('switched to anonymous, a study marks each place where the name stands, and the preview proves it gone', async () => {
    const { request } = page.context();
    const stored = await request.get('/api/studies/CS-102');
    const etag = { 'if-match': stored.headers()['etag'] ?? '' };
    expect((await request.patch('/api/studies/CS-102', { data: named, headers: etag })).status()).toBe(200);

    await page.goto('/studies/CS-102?tab=facts');
    await page.getByRole('button', { name: 'Anonymous' }).click();
    await page.getByRole('tab', { name: 'Write' }).click();
    const cards = page.getByText('The name stands here');
    await cards.nth(4).waitFor();
    expect(await cards.count()).toBe(5);
    expect(await page.locator('mark').allInnerTexts()).toEqual(['Meridian Ferries', 'Meridian Ferries', 'Meridian Line']);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Public preview' }).click();
    await page.getByText('5 of 11 published texts still hold it').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const repairs = page.getByRole('button', { name: /^Write “the customer”/ });
    for (let left = await repairs.count(); left > 0; left -= 1) {
      await repairs.first().click();
      await page.getByText(`${left} of 11 published texts still`).waitFor();
    }
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('URL').fill('https://harborcloud.example/case-studies/a-ferry-line');
    await page.getByRole('textbox', { name: 'Anonymous description' }).fill('A ferry line in northern Europe');
    await page.getByRole('tab', { name: 'Public preview' }).click();
    await page.getByText('None of 12 published texts holds it').waitFor();
    expect(await page.getByRole('article').allInnerTexts()).not.toEqual([expect.stringMatching(/meridian/i)]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await isStored(page);
  });

  it('and a leader meets the name nowhere: not on screen, not in a search, not in what the browser is sent', async () => {
    const leader = await journey.another();
    await signIn(leader.context(), journey.address, await invite(page.context().request, 'Nora', 'leader'));
    const sent: Promise<string>[] = [];
    leader.on('response', (response) => {
      if (response.url().includes('/api/')) sent.push(response.text().catch(() => ''));
    });
    for (const path of [
      '/',
      '/readiness',
      '/studies',
      '/studies?search=Meridian',
      '/studies/CS-102',
      '/studies/CS-102?tab=preview',
      '/customers',
    ]) {
      await leader.goto(path);
      await leader.waitForLoadState('networkidle');
      expect(`${path}: ${await leader.locator('main').innerText()}`).not.toMatch(/: [^]*meridian/i);
    }
    expect(sent.length).toBeGreaterThan(8);
    expect((await Promise.all(sent)).filter((text) => /meridian/i.test(text))).toEqual([]);
    await leader.goto('/studies/CS-102');
    await leader.getByText('Customer withheld').waitFor();
    expect(await accessibilityFaults(leader)).toEqual([]);
  });
});
