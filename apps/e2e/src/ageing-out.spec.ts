import type { MyNotifications } from '@caseboard/contracts';
import type { Email } from 'postal-mime';
import { accessibilityFaults, signIn, useBrowser } from './testing/browser.js';
import { useMailbox } from './testing/mailbox.js';
import { invite } from './testing/people.js';
import { manager } from './testing/product.js';

jest.setTimeout(180_000);
const mailbox = useMailbox();
const journey = useBrowser(() => ({ SMTP_URL: mailbox.url }));
let digest: Email;
let jonas: { email: string; password: string };

beforeAll(async () => {
  const page = await journey.another();
  const { request } = page.context();
  await signIn(page.context(), journey.address);
  jonas = await invite(request, 'Jonas', 'contributor');
  const settings = { data: { morningHour: 0 }, headers: { 'if-match': '*' } };
  expect((await request.patch(`${journey.address}/api/settings/alerts`, settings)).ok()).toBe(true);
  expect((await request.post(`${journey.address}/api/demo`)).ok()).toBe(true);
  digest = await mailbox.mailTo(manager.email, /expires/);
});

it('journey 9: the mail says what falls and the way out; its button leads to the alert, the study, and a snooze with a reason', async () => {
  expect(digest.subject).toBe(
    'Meridian Ferries AB expires Sat 16 Jan; Migration and Modernization falls to 5 and stays ready, 1 more falls',
  );
  for (const said of [
    'Booking platform off the mainframe',
    'Sat 16 Jan 2027, in 54 days',
    'Amazon RDS Delivery is not ready, and falls to 0 of 2',
    'Cheapest way out: close 1 gap in Harbor Labs Ltd.; Amazon RDS Delivery still falls short then. Effort 1.',
  ])
    expect(digest.text).toContain(said);
  const { page } = journey;
  await page.setContent(digest.html as string);
  // Landmarks and a first heading are the mail program's.
  expect((await accessibilityFaults(page)).filter((fault) => !/^(landmark|page-has-heading|region)/.test(fault))).toEqual([]);
  const button = page.getByRole('link', { name: 'Open the alert' });
  expect(await button.count()).toBe(1);

  await page.goto((await button.getAttribute('href')) as string);
  await page.getByLabel('E-mail').fill(manager.email);
  await page.getByLabel('Password', { exact: true }).fill(manager.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Meridian Ferries AB stops counting on 16 Jan 2027' }).waitFor();
  await page.getByText('Cheapest fix: close 1 gap in Harbor Labs Ltd.; Amazon RDS Delivery still falls short then.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open the study' }).click();
  await page.getByRole('heading', { name: 'Booking platform off the mainframe' }).first().waitFor();
  await page.goBack();

  await page.getByRole('button', { name: 'Snooze…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Two weeks' }).click();
  await dialog.getByLabel('Why it can wait').fill('Meridian signs the next phase in December');
  await dialog.getByRole('button', { name: 'Snooze', exact: true }).click();
  await page.getByText('Meridian signs the next phase in December').waitFor();
  await page.goto(new URL('/alerts?state=snoozed', page.url()).href);
  const row = page.getByRole('row').filter({ hasText: 'Meridian Ferries AB' });
  expect(await row.innerText()).toMatch(/Snoozed\s+until 7 Dec/);
});

it('a loss of readiness comes in a mail of its own, and the owner hears of it too', async () => {
  const loss = await mailbox.mailTo(manager.email, /stop being ready/);
  expect(loss.subject).toBe('DevOps and 2 more stop being ready, first on Thu 10 Dec');
  const own = await mailbox.mailTo(jonas.email, /AnyBank plc expires Thu 10 Dec; DevOps falls to 3 of 4/);
  for (const { text } of [loss, own])
    for (const said of [
      'Core banking releases, monthly to daily',
      'DevOps falls to 3 of 4 and stops being ready',
      'Cheapest way out: close 1 gap in Corvid Media GmbH',
    ])
      expect(text).toContain(said);
});

it('the one click that a mail program makes stops that person’s mails, and nobody else’s', async () => {
  const header = (key: string) => digest.headers.find((each) => each.key === key)?.value ?? '';
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const { pathname } = new URL(header('list-unsubscribe').replace(/^<|>$/g, ''));
  const answer = await fetch(journey.address + pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(answer.status).toBe(200);
  expect(await Promise.all([manager, jonas].map(takesMail))).toEqual([false, true]);
});

async function takesMail(who: { email: string; password: string }): Promise<boolean> {
  const page = await journey.another();
  await signIn(page.context(), journey.address, who);
  const answer = await page.context().request.get(`${journey.address}/api/notifications`);
  const { rules, teamDefault } = (await answer.json()) as MyNotifications;
  return (rules ?? teamDefault).mail;
}
