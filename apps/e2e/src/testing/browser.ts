import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Result } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { manager, Product } from './product.js';

export type Language = 'en' | 'zh';
export interface Look {
  readonly language?: Language;
  readonly dark?: boolean;
  readonly width?: number;
}

/** A real Chromium, in a process of its own since it is an ES module and Jest is not. */
class Visitor {
  private constructor(
    private readonly browser: Browser,
    private readonly server: ChildProcess,
  ) {}

  static async start(): Promise<Visitor> {
    const server = spawn(process.execPath, [join(process.cwd(), 'apps/e2e/src/testing/browser-server.mjs')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = (await once(server.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    return new Visitor(await chromium.connect(String(line).trim()), server);
  }

  /** A fresh window; whoever signs in is the first administrator unless named. */
  async open(address: string, { language = 'en', dark = false, width = 1440 }: Look = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      reducedMotion: 'reduce',
      baseURL: address,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    return page;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.stdin?.end();
    await once(this.server, 'exit');
  }
}

/** Signs in through the API and keeps the cookie, for journeys that are not about signing in. */
export async function signIn(
  context: BrowserContext,
  address: string,
  who: { email: string; password: string } = manager,
  language: Language = 'en',
): Promise<void> {
  const answer = await context.request.post(`${address}/api/session`, { data: who });
  if (!answer.ok()) throw new Error(`sign-in refused: ${answer.status()} ${await answer.text()}`);
  await context.request.patch(`${address}/api/me`, { data: { language } });
}

/** What axe has against the page (WCAG 2.0 to 2.2 A and AA, and best practice), one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .analyze();
  return violations.map(inOneLine);
}

/** What axe has against the colours of the page, for another look at one that is without fault otherwise. */
export async function colourFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withRules(['color-contrast', 'link-in-text-block'])
    .analyze();
  return violations.map(inOneLine);
}

function inOneLine({ id, nodes }: Result): string {
  return `${id}: ${nodes
    .slice(0, 3)
    .map(({ target }) => target.join(' '))
    .join(' | ')}`;
}

/** Leaves a picture of what the browser showed, for a journey that failed. */
async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync('test-results', { recursive: true });
  await page.screenshot({ path: join('test-results', `${name}.png`), fullPage: true }).catch(() => undefined);
}

interface Journey {
  readonly address: string;
  page: Page;
  /** Another window in place of the present one. */
  open(look?: Look): Promise<Page>;
  /** A second window beside it, with a session of its own. */
  another(look?: Look): Promise<Page>;
}

/** A product and a browser for one file of journeys; each journey gets a window of its own and leaves a picture. */
export function useBrowser(environment: () => Readonly<Record<string, string>> = () => ({})): Journey {
  let product: Product;
  let visitor: Visitor;
  const others: Page[] = [];
  const journey = {
    page: undefined as unknown as Page,
    get address() {
      return product.address;
    },
    async open(look?: Look) {
      await journey.page.context().close();
      return (journey.page = await visitor.open(product.address, look));
    },
    async another(look?: Look) {
      const page = await visitor.open(product.address, look);
      others.push(page);
      return page;
    },
  };
  beforeAll(async () => {
    [product, visitor] = await Promise.all([Product.start(environment()), Visitor.start()]);
  });
  afterAll(async () => {
    await visitor?.stop();
    await product?.stop();
  });
  beforeEach(async () => {
    journey.page = await visitor.open(product.address);
  });
  afterEach(async () => {
    for (const [index, page] of [journey.page, ...others.splice(0)].entries()) {
      await keepPicture(page, `${expect.getState().currentTestName ?? 'journey'}${index || ''}`);
      await page.context().close();
    }
  });
  return journey;
}
