import { join } from 'node:path';
import { launchBrowser } from '@refrain/browser';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { root } from './start-refrain.ts';

export { openVisit, signInByLink, signInByNewLink, type Visit } from '@refrain/browser';

/** A real Chromium with a fresh profile, until the tests of the file are done. */
export async function startBrowser(): Promise<Browser> {
  const browser = await launchBrowser(process.env);
  afterAll(() => browser.close());
  return browser;
}

/** Kept for a person to look at, at most two screens high; git ignores the folder. In CI nobody does. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.CI) return;
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const whole = (await page.evaluate('document.documentElement.scrollHeight')) as number;
  await page.screenshot({
    path: join(root, 'test/e2e/screenshots', `${name}.png`),
    clip: { x: 0, y: 0, width, height: Math.min(whole, 2 * height) },
    fullPage: true,
    animations: 'disabled',
  });
}

/** The rules of WCAG 2 A and AA and axe's good practices that the page breaks, each with the element that does. */
export async function listAccessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // What it finds no fault with needs no address.
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as axe.AxeResults;
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${impact} ${id}: ${html} (${failureSummary?.replaceAll(/\s+/gu, ' ')})`),
  );
}

/** By how many CSS pixels the page is wider than its window. */
export async function measureOverflow(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number;
}
