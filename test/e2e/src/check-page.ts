import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from '@refrain/local';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

// The minified source of axe, which is half as long as the source that the package exports.
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Saves a screenshot for people, at most two screens high, in a folder that git ignores. Does nothing unless REFRAIN_PICTURES is set,
 * because screenshots would take a tenth of the duration of the page tests.
 */
export async function saveScreenshot(page: Page, name: string): Promise<void> {
  if (!process.env.REFRAIN_PICTURES) return;
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const whole = (await page.evaluate('document.documentElement.scrollHeight')) as number;
  await page.screenshot({
    path: join(projectFolder, 'test/e2e/screenshots', `${name}.png`),
    clip: { x: 0, y: 0, width, height: Math.min(whole, 2 * height) },
    fullPage: true,
    animations: 'disabled',
  });
}

/** Lists violations of WCAG 2 A and AA and of axe's best practices, each with its element. */
export async function listAccessibilityViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  // Without `resultTypes`, axe would also compute selectors for all elements without violations.
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${impact} ${id}: ${html} (${failureSummary?.replaceAll(/\s+/gu, ' ')})`),
  );
}

export async function measurePageOverflow(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number;
}
