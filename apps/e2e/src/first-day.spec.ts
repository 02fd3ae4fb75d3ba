import type { Page } from 'playwright-core';
import { accessibilityFaults, signIn, useBrowser } from './testing/browser.js';
import { manager } from './testing/product.js';

jest.setTimeout(120_000);
const journey = useBrowser();
let page: Page;

beforeEach(() => {
  page = journey.page;
});

it('a newcomer signs in, is offered three ways to begin, and explores the demo company', async () => {
  await page.goto('/');
  await page.getByLabel('E-mail').fill(manager.email);
  await page.getByLabel('Password', { exact: true }).fill(manager.password);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'How would you like to begin?' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Load the demo' }).click();
  await page.getByRole('heading', { name: '5 things need you' }).waitFor();
});

it('on Monday, Home says exactly what needs the manager, each with the specialization, the day and one button', async () => {
  await signIn(page.context(), journey.address);
  await page.goto('/');
  const needs = page.getByRole('list', { name: 'What needs you' }).getByRole('listitem');
  await page.getByRole('heading', { name: '5 things need you' }).waitFor();
  expect(await needs.count()).toBe(5);
  const devops = needs.filter({ hasText: 'DevOps stops being ready on' });
  await expect(devops.innerText()).resolves.toMatch(/AnyBank plc ages out, leaving 3 of 4/);
  await devops.getByRole('link', { name: /Close the gap/ }).click();
  await page.waitForURL(/\/studies\//);
});

it.each([
  ['en', false],
  ['en', true],
  ['zh', false],
  ['zh', true],
] as const)('no screen has an accessibility fault (%s, dark: %s)', async (language, dark) => {
  page = await journey.open({ language, dark });
  await signIn(page.context(), journey.address, manager, language);
  const faults: Record<string, string[]> = {};
  for (const path of screens) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    const found = await accessibilityFaults(page);
    if (found.length > 0) faults[path] = found;
  }
  expect(faults).toEqual({});
});

const screens = [
  '/',
  '/readiness',
  '/readiness?view=list',
  '/specializations',
  '/specializations/competency-devops-services',
  '/studies',
  '/studies/new',
  '/studies/CS-121',
  '/studies/CS-121?tab=facts',
  '/studies/CS-121?tab=links',
  '/studies/CS-121?tab=preview',
  '/studies/CS-121?tab=copy-pack',
  '/studies/CS-121?tab=history',
  '/customers',
  '/customers/anybank',
  '/import',
  '/catalog',
  '/people',
  '/settings',
  '/account',
  '/nowhere',
];
