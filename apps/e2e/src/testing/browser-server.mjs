/** The Chromium that comes from npm, as a server that tests connect to; prints its address. Ends with its parent. */
import { chromium } from 'playwright-core';
import serverless from '@sparticuz/chromium';

// These two make closing one page end the browser.
const args = serverless.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
const executablePath = process.env.CASEBOARD_CHROMIUM || (await serverless.executablePath());
const server = await chromium.launchServer({ executablePath, args, headless: true });
process.stdout.write(`${server.wsEndpoint()}\n`);
process.stdin.resume().on('end', () => server.close().finally(() => process.exit(0)));
