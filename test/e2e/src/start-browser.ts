import { cleanUpAfterTest } from '@refrain/store/under-test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser/index.ts';

export { openWatchedPage, signInByLink, signInByNewLink, type WatchedPage } from './browser/index.ts';
export { listAccessibilityViolations, measurePageOverflow, saveScreenshot } from './check-page.ts';

/** Starts a Chromium with a fresh profile. Closes after the current test, or after the file if no test is running. */
export async function startBrowser(): Promise<Browser> {
  const browser = await launchBrowser(process.env);
  cleanUpAfterTest(() => browser.close());
  return browser;
}
