import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure, Pattern } from '@refrain/domain';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { createHostileWorld } from './hostile-world.ts';
import { runCommand } from './run-command.ts';
import {
  listAccessibilityViolations,
  measurePageOverflow,
  openWatchedPage,
  saveScreenshot,
  signInByLink,
  signInByNewLink,
  startBrowser,
  type WatchedPage,
} from './start-browser.ts';
import { startRefrain } from './start-refrain.ts';

const refrain = await startRefrain();
await (await startEmulatedAccounts(createHostileWorld())).connect(refrain);
await refrain.waitUntilIdle();
const browser = await startBrowser();

async function openSignedInVisit(): Promise<WatchedPage> {
  const visit = await openWatchedPage(browser);
  cleanUpAfterTest(() => visit.context.close());
  await signInByNewLink(visit.page, refrain.createSignInUrl);
  return visit;
}

test('the page tells a visitor who is not signed in how to sign in', async () => {
  const { page, takeProblems } = await openWatchedPage(browser);
  await page.goto(refrain.url);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await saveScreenshot(page, 'signed-out');
  await page.goto(`${refrain.url}/?link=used`);
  await page.getByRole('alert').getByText('This sign-in link no longer works').waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await saveScreenshot(page, 'signed-out-link-used');
  // The page requests the overview before it knows whether the visitor is signed in, so the API refuses the request.
  expect(new Set(takeProblems())).toEqual(new Set(['401 /v1/session', '401 /v1/overview']));
});

test('the API reference is readable without a sign-in and loads nothing from other hosts', async () => {
  const { page, takeProblems } = await openWatchedPage(browser);
  await page.goto(`${refrain.url}/docs`);
  await page.getByText("The Refrain API: failures, patterns and reports, and people's decisions about them.").waitFor();
  await page.getByRole('button', { name: /Search for earlier failures/u }).click();
  await page.getByText('The text is neither stored nor logged').waitFor();
  await saveScreenshot(page, 'docs');
  expect(takeProblems()).toEqual([]);
});

test('after the first sign-in, the page says how to connect an account, and imported patterns appear without a reload', async () => {
  const empty = await startRefrain();
  const accounts = await startEmulatedAccounts(createHostileWorld());
  const { page, takeProblems } = await openWatchedPage(browser);
  await signsInOnceAndSaysWhatToDo();
  await showsPatternsWithoutReload();

  async function signsInOnceAndSaysWhatToDo(): Promise<void> {
    const link = await empty.createSignInUrl();
    await page.goto(link);
    await page.getByText('Sign this browser in as Local admin (admin)').waitFor();
    expect(await listAccessibilityViolations(page)).toEqual([]);
    await saveScreenshot(page, 'sign-in-link');
    await signInByLink(page, link);
    await page.getByRole('heading', { name: 'Set up Refrain' }).waitFor();
    await page.getByRole('link', { name: 'Connect GitHub' }).waitFor();
    expect(await listAccessibilityViolations(page)).toEqual([]);
    await saveScreenshot(page, 'empty');
    await page.getByRole('link', { name: 'Connect GitHub' }).click();
    await page.getByRole('heading', { level: 1, name: 'Connect GitHub' }).waitFor();
    for (const [path, message] of [
      ['/failures', 'No accounts are connected yet.'],
      ['/connections', 'No connections yet'],
      ['/seen-before', 'No failures yet'],
      ['/library', 'No scenarios yet'],
      ['/digests', 'No digests yet'],
    ] as const) {
      await page.goto(`${empty.url}${path}`);
      await page.getByText(message).waitFor();
    }

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto(link);
    await page.getByText('This sign-in link no longer works').waitFor();
    await saveScreenshot(page, 'used-link');
    // The page requests the overview before it knows that the visitor is not signed in, so the 401 belongs to this step.
    await page.waitForLoadState('networkidle');
    for (const trouble of takeProblems()) expect(trouble).toMatch(/^401 \/(v1\/|sign-in\/)/u);
  }

  async function showsPatternsWithoutReload(): Promise<void> {
    await signInByNewLink(page, empty.createSignInUrl);
    await page.getByRole('heading', { name: 'Set up Refrain' }).waitFor();
    await accounts.connect(empty);
    await page.getByRole('region', { name: 'Do next' }).waitFor({ timeout: 120_000 });
    expect(takeProblems()).toEqual([]);
  }
});

test('the page shows hostile text literally, without any effect', async () => {
  const { page, takeProblems } = await openSignedInVisit();
  await page.goto(`${refrain.url}/patterns/${await findHostilePattern()}`);
  const hostile = page.getByText('<img src=x onerror="window.hacked=1"> **bold** [click](javascript:');
  await hostile.filter({ visible: true }).first().waitFor();
  expect(await page.locator('img, [href^="javascript:"], strong').count()).toBe(0);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => measurePageOverflow(page)).toBe(0);
    await saveScreenshot(page, `hostile-${width}`);
  }
  expect(takeProblems()).toEqual([]);
});

test('a new failure is immediately listed with its pattern, even before re-clustering', async () => {
  const { page, takeProblems } = await openSignedInVisit();
  const patternId = (await findRichest()) ?? '';
  const path = `/v1/failures?patternId=${patternId}&kind=incident&limit=1`;
  const [known] = (await refrain.ask<{ items: Failure[] }>('GET', path)).items;
  await refrain.kill('analysis-worker');
  await page.goto(`${refrain.url}/patterns/${patternId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('heading', { name: '1 new failure' }).count()).toBe(0);

  const late = { id: 'late', title: known?.title, text: known?.text, created: new Date().toISOString() };
  const file = join(await mkdtemp(join(tmpdir(), 'refrain-page-')), 'late.jsonl');
  await writeFile(file, JSON.stringify(late));
  const brought = await runCommand(['import', file], { REFRAIN_URL: refrain.url, REFRAIN_TOKEN: refrain.token });
  expect(brought).toMatchObject({ code: 0, stderr: '' });
  await expect.poll(() => isAssignedOnArrival(path), { timeout: 60_000, interval: 100 }).toBe(true);
  await page.reload();
  await page.getByRole('heading', { name: '1 new failure' }).waitFor();
  await page.getByText('Assigned provisionally').waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await saveScreenshot(page, 'new_failure');

  await refrain.start('analysis-worker');
  await refrain.waitUntilIdle();
  await page.reload();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  expect(await page.getByRole('heading', { name: '1 new failure' }).count()).toBe(0);
  expect(takeProblems()).toEqual([]);
});

test('the page of an unknown pattern says that it does not exist', async () => {
  const { page, takeProblems } = await openSignedInVisit();
  await page.goto(`${refrain.url}/patterns/nothing`);
  await page.getByRole('alert').getByText('There is no pattern nothing. Re-clustering').waitFor();
  await saveScreenshot(page, 'unknown');
  for (const trouble of takeProblems()) expect(trouble).toMatch(/^404 \/v1\/patterns\/nothing/u);
});

test('the page shows a loading state until the response arrives', async () => {
  const { page, takeProblems } = await openSignedInVisit();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/v1/patterns?*', (route) => answered.then(() => route.continue()));
  await page.goto(`${refrain.url}/patterns`);
  await page.getByRole('status', { name: 'Loading the patterns' }).waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await saveScreenshot(page, 'loading');
  answer();
  await page.getByRole('table', { name: 'patterns' }).waitFor();
  await page.unrouteAll();
  expect(takeProblems()).toEqual([]);
});

test('when the server stops, the page keeps its content and offers to try again', async () => {
  const { page, takeProblems } = await openSignedInVisit();
  await page.goto(`${refrain.url}/patterns`);
  await page.getByRole('table', { name: 'patterns' }).waitFor();
  await page.getByRole('combobox', { name: 'Cause' }).click();
  const cause = page.getByRole('listbox').getByRole('option').first();
  await cause.waitFor();
  await refrain.kill('api');
  try {
    await cause.click();
    await page.getByRole('alert').getByText('Refrain is not responding').waitFor();
    expect(await listAccessibilityViolations(page)).toEqual([]);
    await saveScreenshot(page, 'unreachable');
  } finally {
    // The other tests need the API too, even if this one fails.
    await refrain.start('api');
  }
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alert').first().waitFor({ state: 'detached' });
  await page.getByRole('table', { name: 'patterns' }).waitFor();
  for (const trouble of takeProblems()) expect(trouble).toMatch(/^net::ERR_CONNECTION_/u);
});

async function listPatterns(query: string): Promise<readonly Pattern[]> {
  return (await refrain.ask<{ items: Pattern[] }>('GET', `/v1/patterns${query}`)).items;
}

/** Returns whether the first listed failure was assigned to its pattern on arrival, not by clustering. */
async function isAssignedOnArrival(path: string): Promise<boolean | undefined> {
  return (await refrain.ask<{ items: { isProvisional: boolean }[] }>('GET', path)).items[0]?.isProvisional;
}

async function findHostilePattern(): Promise<string | null> {
  const path = '/v1/failures?query=turnstile&limit=200';
  const { items } = await refrain.ask<{ items: { patternId: string | null }[] }>('GET', path);
  const [patternId = null, ...others] = new Set(items.map((failure) => failure.patternId));
  expect([items.length, patternId, others]).toEqual([4, expect.any(String), []]);
  return patternId;
}

/** Returns the id of the pattern with the most kinds of failure; of several, the one with the most episodes. */
async function findRichest(): Promise<string | undefined> {
  const kinds = (pattern: Pattern) => Object.values(pattern.kinds).filter((members) => members > 0).length;
  return (await listPatterns('')).toSorted((a, b) => kinds(b) - kinds(a) || b.episodes - a.episodes)[0]?.id;
}
