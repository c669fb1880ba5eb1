import type { Correction, Improvement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openVisit, signInByNewLink, startBrowser, takePicture } from '../browser.ts';
import { openDemo } from './open-demo.ts';

const demo = await openDemo();
const { page, takeTroubles } = await openVisit(await startBrowser());
await page.setViewportSize({ width: 1280, height: 800 });

/** What a person may take for all of it, in milliseconds; a machine that only waits for the page has to be far below. */
const fiveMinutesMs = 5 * 60 * 1000;

let step = 0;
let presses = 0;

/** A step of the way: what is pressed, and a picture of what is seen then. */
async function press(name: string, target: ReturnType<typeof page.getByRole>): Promise<void> {
  await target.click();
  presses += 1;
  await film(name);
}

async function film(name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  step += 1;
  await takePicture(page, `first-visit-${String(step).padStart(2, '0')}-${name}`);
}

test('from sign-in to a confirmed pattern, a corrected one and an approved issue, by what the pages say alone', async () => {
  const begun = Date.now();
  await signInByNewLink(page, demo.createSignInUrl);
  // Of links that did not work.
  takeTroubles();
  await page.getByRole('region', { name: 'Patterns to look at' }).waitFor();
  await film('overview');

  // A pattern that is right.
  await press('patterns', page.getByRole('link', { name: 'Patterns', exact: true }));
  await press('to-review', page.getByRole('button', { name: 'To review' }));
  const names = page.getByRole('article').getByRole('heading').getByRole('link');
  const [first = '', second = ''] = await names.allTextContents();
  await press('report', names.first());
  await page.getByRole('heading', { level: 1, name: first }).waitFor();
  await press('confirmed', page.getByRole('button', { name: 'Confirm', exact: true }));
  await page.getByRole('button', { name: 'Confirmed' }).waitFor();

  // One that is not called by what people here call it.
  await page.goBack();
  await press('second-report', page.getByRole('link', { name: second, exact: true }));
  await press('correct', page.getByRole('button', { name: 'Correct' }));
  await press('rename', page.getByRole('menuitem', { name: 'Rename …' }));
  await page.getByRole('textbox', { name: 'Name' }).fill('What we call it here');
  await press('renamed', page.getByRole('button', { name: 'Rename', exact: true }));
  await page.getByRole('heading', { level: 1, name: 'What we call it here' }).waitFor();

  // An issue.
  await press('improvements', page.getByRole('link', { name: 'Improvements', exact: true }));
  const proposed = page.getByRole('region', { name: 'Proposed' }).getByRole('article');
  const title = (await proposed.first().getByRole('link').first().textContent()) ?? '';
  await press('approve', proposed.first().getByRole('button', { name: 'Approve' }));
  await page.getByRole('region', { name: 'The issue as it will be' }).getByText(title).waitFor();
  await press('approved', page.getByRole('button', { name: 'Approve and open the issue' }));
  await page.getByRole('status').getByRole('link', { name: /#\d+$/u }).waitFor({ timeout: 90_000 });
  await film('issue-is-open');

  const tookMs = Date.now() - begun;
  expect(tookMs).toBeLessThan(fiveMinutesMs);
  expect(presses).toBeLessThanOrEqual(12);
  const { items: decided } = await demo.ask<{ items: Correction[] }>('GET', '/v1/corrections?limit=200');
  expect(decided.map(({ decision }) => decision)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'pattern', right: true }),
      expect.objectContaining({ kind: 'rename', name: 'What we call it here' }),
    ]),
  );
  const { items: opened } = await demo.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=opened&limit=200');
  expect(opened.map((improvement) => improvement.title)).toContain(title);
  expect(takeTroubles()).toEqual([]);
});
