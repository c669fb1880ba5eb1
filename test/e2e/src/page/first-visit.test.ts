import { randomUUID } from 'node:crypto';
import type { Correction, Improvement } from '@refrain/domain';
import type { Locator } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser, openWatchedPage, signInByNewLink } from '../browser/index.ts';
import { saveScreenshot } from '../check-page.ts';
import { createRenderWaiter } from './open-demo-page.ts';
import { waitForDemo } from './wait-for-demo.ts';

const demo = await waitForDemo();
const browser = await launchBrowser(process.env);
afterAll(() => browser.close());

/** Maximum milliseconds that a person should need for the first visit. The test, which only waits for the page, must be much faster. */
const fiveMinutesMs = 5 * 60 * 1000;

test('a new user gets from sign-in to a confirmed pattern, a renamed pattern and an open issue in at most twelve clicks', async () => {
  const { page, takeProblems } = await openWatchedPage(browser);
  const waitUntilIdle = createRenderWaiter(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  const newName = `What we call it here (${randomUUID().slice(0, 8)})`;
  let presses = 0;
  let pictures = 0;
  async function film(name: string) {
    await waitUntilIdle();
    pictures += 1;
    await saveScreenshot(page, `first-visit-${String(pictures).padStart(2, '0')}-${name}`);
  }
  async function press(name: string, target: Locator) {
    await target.click();
    presses += 1;
    await film(name);
  }

  const start = Date.now();
  await signInByNewLink(page, demo.createSignInUrl);
  // Ignore the problems so far: a sign-in link may have become invalid before its use (see signInByNewLink).
  takeProblems();
  await page.getByRole('region', { name: 'Do next' }).waitFor();
  await film('overview');

  await press('patterns', page.getByRole('link', { name: 'Patterns', exact: true }));
  await press('to-review', page.getByRole('link', { name: 'To review' }));
  const names = page.getByRole('table', { name: 'patterns' }).locator('a[href^="/patterns/"]');
  const [first = '', second = ''] = await names.allTextContents();
  await press('report', names.first());
  await page.getByRole('heading', { level: 1, name: first }).waitFor();
  const confirmedId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await press('confirmed', page.getByRole('button', { name: 'Confirm', exact: true }));
  await page.getByRole('button', { name: 'Confirmed' }).waitFor();

  await page.goBack();
  await press('second-report', page.getByRole('link', { name: second, exact: true }));
  await press('correct', page.getByRole('button', { name: 'Edit' }));
  await press('rename', page.getByRole('menuitem', { name: 'Rename …' }));
  await page.getByRole('textbox', { name: 'Name' }).fill(newName);
  await press('renamed', page.getByRole('button', { name: 'Rename', exact: true }));
  await page.getByRole('heading', { level: 1, name: newName }).waitFor();

  await press('improvements', page.getByRole('link', { name: 'Improvements', exact: true }));
  const proposed = page.getByRole('region', { name: 'Proposed' }).getByRole('article');
  const target = (await proposed.first().getByRole('link').first().getAttribute('href')) ?? '';
  const approvedId = target.split('/').at(-1);
  await press('approve', proposed.first().getByRole('button', { name: 'Approve' }));
  await page.getByRole('region', { name: 'The issue as it will appear' }).waitFor();
  await press('approved', page.getByRole('button', { name: 'Approve and open the issue' }));
  await page.getByRole('status').getByRole('link', { name: /#\d+$/u }).first().waitFor({ timeout: 90_000 });
  await film('issue-is-open');

  expect(Date.now() - start).toBeLessThan(fiveMinutesMs);
  expect(presses).toBeLessThanOrEqual(12);
  const { items: decided } = await demo.ask<{ items: Correction[] }>('GET', '/v1/corrections?limit=200');
  expect(decided.map(({ decision }) => decision)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'pattern', patternId: confirmedId, right: true }),
      expect.objectContaining({ kind: 'rename', name: newName }),
    ]),
  );
  const { items: opened } = await demo.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=opened&limit=200');
  expect(opened.map(({ id }) => id)).toContain(approvedId);
  expect(takeProblems()).toEqual([]);
});
