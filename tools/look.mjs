/**
 * Takes a picture of a page, for looking at one's own work:
 *   node tools/look.mjs URL out.png [--width 1440] [--height 900] [--full] [--dark] [--lang zh]
 *     [--sign-in e-mail:password] [--do "click:text or css"] [--do "type:css=text"] [--do "press:Control+k"]… [--wait ms]
 *     [--axe] [--html]
 * `--lang` and `--dark` hold for visitors; a signed-in person's own choices win, unless `--lang` is given with
 * `--sign-in`, which then changes the person's language first. `--axe` prints WCAG 2.2 AA violations and fails on any.
 * Steps of `--do` are taken in their order; a click looks for the text first, then for the CSS selector.
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import serverless from '@sparticuz/chromium';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    full: { type: 'boolean' },
    dark: { type: 'boolean' },
    lang: { type: 'string' },
    'sign-in': { type: 'string' },
    do: { type: 'string', multiple: true, default: [] },
    click: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string', default: '400' },
    axe: { type: 'boolean' },
    html: { type: 'boolean' },
  },
});
const [url, file] = positionals;
if (!url || !file) throw new Error('usage: node tools/look.mjs URL out.png [options], see the head of this file');

// These two make closing one page end the browser.
const args = serverless.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
const browser = await chromium.launch({ executablePath: await serverless.executablePath(), args, headless: true });
try {
  const context = await browser.newContext({
    viewport: { width: Number(options.width), height: Number(options.height) },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.lang === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
  });
  if (options['sign-in']) await signIn(context);
  const page = await context.newPage();
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && console.log(`console ${message.type()}: ${message.text()}`),
  );
  page.on('pageerror', (error) => console.log(`page error: ${error.message}`));
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle').catch(() => undefined);
  for (const step of [...options.do, ...options.click.map((target) => `click:${target}`)]) await act(page, step);
  await page.waitForTimeout(Number(options.wait));
  await page.screenshot({ path: file, fullPage: options.full });
  if (options.html) console.log(await page.content());
  if (options.axe) await judge(page);
} finally {
  await browser.close();
}

async function act(page, step) {
  const at = step.indexOf(':');
  const [kind, rest] = [step.slice(0, at), step.slice(at + 1)];
  if (kind === 'press') return page.keyboard.press(rest);
  if (kind === 'type')
    return page
      .locator(rest.slice(0, rest.lastIndexOf('=')))
      .first()
      .fill(rest.slice(rest.lastIndexOf('=') + 1));
  const byText = page.getByText(rest, { exact: true }).first();
  const isText = await byText.count().then(Boolean, () => false);
  await (isText ? byText : page.locator(rest).first()).click({ timeout: 5000 });
}

async function signIn(context) {
  const [email, ...password] = options['sign-in'].split(':');
  const answer = await context.request.post(new URL('/api/session', url).href, { data: { email, password: password.join(':') } });
  if (!answer.ok()) throw new Error(`sign-in refused: ${answer.status()} ${await answer.text()}`);
  if (options.lang) await context.request.patch(new URL('/api/me', url).href, { data: { language: options.lang } });
}

async function judge(page) {
  const { AxeBuilder } = await import('@axe-core/playwright');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  for (const { id, help, nodes } of violations)
    console.log(
      `${id}: ${help}\n${nodes
        .slice(0, 5)
        .map((node) => `  ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`)
        .join('\n')}`,
    );
  console.log(`axe: ${violations.length} violations`);
  if (violations.length > 0) process.exitCode = 1;
}
