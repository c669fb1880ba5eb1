import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure, Improvement, Pattern } from '@refrain/domain';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listAccessibilityFaults, measureOverflow, openVisit, startBrowser, takePicture } from './browser.ts';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { createHostileWorld } from './hostile-world.ts';
import { runCommand } from './run-command.ts';
import { startRefrain } from './start-refrain.ts';

/** The tests are one person's visit, in this order. */
const refrain = await startRefrain();
const world = createHostileWorld();
const accounts = await startEmulatedAccounts(world);
const { page, takeTroubles } = await openVisit(await startBrowser());

afterEach(() => expect(takeTroubles()).toEqual([]));

test('a visitor who is not signed in is told how to', async () => {
  await page.goto(refrain.url);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByRole('searchbox').count()).toBe(0);
  expect(await listAccessibilityFaults(page)).toEqual([]);
  await takePicture(page, 'signed-out');
  await page.goto(`${refrain.url}/?link=used`);
  await page.getByRole('alert').getByText('This sign-in link was used before or is too old').waitFor();
  expect(await listAccessibilityFaults(page)).toEqual([]);
  await takePicture(page, 'signed-out-link-used');
  expect(takeTroubles()).toEqual(['401 /v1/session', '401 /v1/session']);
});

test('the API can be read without a sign-in, from this server alone', async () => {
  await page.goto(`${refrain.url}/docs`);
  await page.getByText('What Refrain knows, and what people decide on it.').waitFor();
  await page.getByRole('button', { name: /Have we seen this before/u }).click();
  await page.getByText('The text is neither stored nor logged').waitFor();
  await takePicture(page, 'docs');
});

test('a sign-in link opens the page, which says that nothing is there yet and what to do', async () => {
  const link = await refrain.createSignInUrl();
  await page.goto(link);
  await page.getByText('Nothing is connected yet').waitFor();
  expect(await listAccessibilityFaults(page)).toEqual([]);
  await takePicture(page, 'empty');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto(link);
  await page.getByText('This sign-in link was used before or is too old').waitFor();
  await takePicture(page, 'used-link');
  for (const trouble of takeTroubles()) expect(trouble).toMatch(/^401 \/(v1\/|sign-in\/)/u);
});

describe('when the past is read', () => {
  beforeAll(async () => {
    await page.goto(await refrain.createSignInUrl());
    await page.getByText('Nothing is connected yet').waitFor();
    await accounts.connect(refrain);
    await refrain.settle();
    // Nobody reloads: the page finds out by itself.
    await page.getByRole('article').first().waitFor();
  }, 150_000);

  test('the list can be narrowed by kind and words, in its address and by the back button', async () => {
    await page.goto(refrain.url);
    const cards = page.getByRole('article');
    await cards.first().waitFor();
    const [all, byKind] = await Promise.all([listPatterns(''), listPatterns('?kind=reverted_change')]);
    expect(byKind.length).toBeLessThan(all.length);
    expect(await cards.count()).toBe(all.length);

    await page.getByLabel('Kind of failure').selectOption('reverted change');
    await page.waitForURL(/kind=reverted_change/u);
    await expect.poll(() => cards.count()).toBe(byKind.length);

    await page.getByRole('searchbox').fill('no pattern has these words');
    await page.getByText('No pattern fits').waitFor();
    expect(new URL(page.url()).searchParams.get('query')).toBe('no pattern has these words');
    await page.reload();
    await page.getByText('No pattern fits').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('no pattern has these words');

    await page.goBack();
    await expect.poll(() => cards.count()).toBe(byKind.length);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => cards.count()).toBe(all.length);

    await page.getByLabel('Order').selectOption('most recent');
    const [latest] = await listPatterns('?sort=lastAt');
    await expect.poll(() => cards.first().getByRole('link').textContent()).toBe(latest?.name);
  });

  test('a long list shows its next part when asked', async () => {
    await page.route('**/v1/patterns?limit=50*', (route) =>
      route.continue({ url: route.request().url().replace('limit=50', 'limit=8') }),
    );
    await page.goto(refrain.url);
    const names = page.getByRole('article').getByRole('link');
    for (const shown of [8, 16]) {
      await expect.poll(() => names.count()).toBe(shown);
      await page.getByRole('button', { name: 'Show more' }).click();
    }
    const all = (await listPatterns('')).map(({ name }) => name);
    await expect.poll(() => names.allTextContents()).toEqual(all.slice(0, 24));
    await page.unrouteAll();
  });

  test('a pattern opens by keyboard and shows its lesson, its episodes and their evidence', async () => {
    await page.goto(refrain.url);
    const first = page.getByRole('article').first().getByRole('link');
    const name = (await first.textContent()) ?? '';
    await page.getByRole('searchbox').focus();
    for (const _step of ['kind', 'order', 'first pattern']) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await page.title()).toBe(`${name} · Refrain`);

    const [pattern] = await listPatterns('');
    await page.getByText(pattern?.lesson ?? '', { exact: true }).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(pattern?.episodes);
    expect(await page.getByText(/^Belongs to this pattern \(\d+\u00a0%\): \w/u).count()).toBeGreaterThanOrEqual(
      pattern?.episodes ?? Number.POSITIVE_INFINITY,
    );
    await page.getByRole('link', { name: 'All patterns' }).click();
    await page.getByRole('heading', { name: 'What keeps coming back' }).waitFor();
  });

  test('hostile text is shown as it is and does nothing', async () => {
    await page.goto(`${refrain.url}/patterns/${await findHostilePattern()}`);
    await page.getByText('<img src=x onerror="window.hacked=1"> **bold** [click](javascript:').first().waitFor();
    expect(await page.locator('img, [href^="javascript:"], strong').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await measureOverflow(page)).toBe(0);
      await takePicture(page, `hostile-${width}`);
    }
  });

  test('an approved improvement becomes an issue, and its link appears', async () => {
    const patternId = await findHostilePattern();
    const wanted = `${world.github.organisation}/${world.github.repositories[0]?.name}`;
    await page.goto(`${refrain.url}/patterns/${patternId}`);
    const repository = page.getByLabel('Repository for the issue');
    await repository.fill('not a repository');
    await page.getByRole('button', { name: 'Approve and open the issue' }).click();
    await page.getByRole('alert').getByText('owner/name').waitFor();
    await takePicture(page, 'refused');
    for (const trouble of takeTroubles()) expect(trouble).toMatch(/^400 .*\/approve$/u);

    await repository.fill(wanted);
    await page.getByRole('button', { name: 'Approve and open the issue' }).click();
    const link = page.getByRole('link', { name: `${wanted}#` });
    await link.waitFor();
    const { items } = await refrain.ask<{ items: Improvement[] }>('GET', '/v1/improvements?state=opened');
    expect(items.map((opened) => [opened.patternId, opened.issueUrl])).toEqual([
      [patternId, await link.getAttribute('href')],
    ]);
    expect(await repository.count()).toBe(0);
    await takePicture(page, 'opened');
  });

  test.each([
    ['phone', 390, 'light'],
    ['phone', 390, 'dark'],
    ['desktop', 1280, 'light'],
    ['desktop', 1280, 'dark'],
  ] as const)('the pages fit a %s of %i pixels in %s and are accessible', async (device, width, colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    for (const [view, path] of [
      ['list', '/'],
      ['pattern', `/patterns/${await findRichest()}`],
    ]) {
      await page.goto(`${refrain.url}${path}`);
      await page.getByRole('article').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await measureOverflow(page)).toBe(0);
      expect(await listAccessibilityFaults(page)).toEqual([]);
      await takePicture(page, `${view}-${device}-${colorScheme}`);
    }
  });

  test('what comes in is among the new failures of its pattern at once, until a regrouping has counted it', async () => {
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
    await expect.poll(() => isAssignedOnArrival(path), { timeout: 30_000, interval: 100 }).toBe(true);
    await page.reload();
    await page.getByRole('heading', { name: '1 new failure' }).waitFor();
    await page.getByText('Assigned on arrival, by likeness').waitFor();
    expect(await listAccessibilityFaults(page)).toEqual([]);
    await takePicture(page, 'arrival');

    await refrain.start('analysis-worker');
    await refrain.settle();
    await page.reload();
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    expect(await page.getByRole('heading', { name: '1 new failure' }).count()).toBe(0);
  });

  test('an unknown pattern is said to be unknown', async () => {
    await page.goto(`${refrain.url}/patterns/nothing`);
    await page.getByRole('alert').getByText('There is no pattern nothing now').waitFor();
    await takePicture(page, 'unknown');
    for (const trouble of takeTroubles()) expect(trouble).toMatch(/^404 \/v1\/patterns\/nothing/u);
  });

  test('while the answer is on its way the page says that it loads', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/patterns?*', (route) => answered.then(() => route.continue()));
    await page.goto(refrain.url);
    await page.getByRole('status', { name: 'Loading the patterns' }).waitFor();
    expect(await listAccessibilityFaults(page)).toEqual([]);
    await takePicture(page, 'loading');
    answer();
    await page.getByRole('article').first().waitFor();
    await page.unrouteAll();
  });

  test('when the server stops, what is there stays, and it can be tried again', async () => {
    await page.goto(refrain.url);
    await page.getByRole('article').first().waitFor();
    await refrain.kill('api');
    await page.getByLabel('Kind of failure').selectOption('incident');
    await page.getByRole('alert').getByText('Refrain does not answer').waitFor();
    expect(await listAccessibilityFaults(page)).toEqual([]);
    await takePicture(page, 'unreachable');
    await refrain.start('api');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByRole('article').first().waitFor();
    for (const trouble of takeTroubles()) expect(trouble).toMatch(/^net::ERR_CONNECTION_/u);
  });
});

async function listPatterns(query: string): Promise<readonly Pattern[]> {
  return (await refrain.ask<{ items: Pattern[] }>('GET', `/v1/patterns${query}`)).items;
}

/** Whether the first of the failures that are listed is in its pattern until a regrouping looks at it. */
async function isAssignedOnArrival(path: string): Promise<boolean | undefined> {
  return (await refrain.ask<{ items: { assignedOnArrival: boolean }[] }>('GET', path)).items[0]?.assignedOnArrival;
}

async function findHostilePattern(): Promise<string | null> {
  const path = '/v1/failures?query=turnstile&limit=200';
  const { items } = await refrain.ask<{ items: { patternId: string | null }[] }>('GET', path);
  const [patternId = null, ...others] = new Set(items.map((failure) => failure.patternId));
  expect([items.length, patternId, others]).toEqual([4, expect.any(String), []]);
  return patternId;
}

/** The pattern with the most kinds of failure, and of those the one with the most episodes. */
async function findRichest(): Promise<string | undefined> {
  const kinds = (pattern: Pattern) => Object.values(pattern.kinds).filter((members) => members > 0).length;
  return (await listPatterns('')).toSorted((a, b) => kinds(b) - kinds(a) || b.episodes - a.episodes)[0]?.id;
}
