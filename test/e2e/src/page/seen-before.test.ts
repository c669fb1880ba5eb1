import type { FailuresResponse, SearchResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openSeenBeforePage } from './seen-before-page.ts';

const { demo, page, open, inspect, parameters, frequent, box } = await openSeenBeforePage();

test('pasting a text shows the pattern, its number of episodes and its resolution, and keeps the text out of the URL', async () => {
  await open('/seen-before');
  await box.fill(`${frequent.title}\n${frequent.text}`);
  const [response] = await Promise.all([page.waitForResponse('**/v1/search'), page.keyboard.press('Enter')]);
  const { pattern, matches, resolution } = (await response.json()) as SearchResponse;
  await page.getByRole('heading', { level: 2, name: /^Yes\. A failure with a matching title happened /u }).waitFor();
  const likely = page.getByRole('article').first();
  await likely.getByRole('link', { name: pattern?.name ?? '', exact: true }).waitFor();
  await likely.getByText(pattern?.remedies ?? pattern?.lesson ?? '', { exact: true }).waitFor();
  const resolved = page.getByRole('region', { name: /^What resolved/u });
  if (resolution === null) expect(await resolved.count()).toBe(0);
  else {
    await resolved
      .getByText(resolution.stated?.quote ?? resolution.change?.title ?? '', { exact: true })
      .first()
      .waitFor();
  }
  const telling = matches.filter(({ isWeak, isRepeat }) => isRepeat || !isWeak);
  // Below the pattern of most failures, only three of them are shown at first.
  const shown = [telling.length, Math.min(3, telling.length)].map((failures) => 1 + failures);
  expect(shown).toContain(await page.getByRole('article').count());
  await expect.poll(parameters).toEqual({});
  await inspect('seen-before');
});

test('pasting the text of an open incident names it, and the verdict counts only earlier failures', async () => {
  const { items } = await demo.ask<FailuresResponse>('GET', '/v1/failures?kind=incident&limit=20');
  const opened = items.find(({ resolvedAt }) => resolvedAt === null);
  if (opened === undefined) throw new Error('The demo has no open incident');
  await open('/seen-before');
  await box.fill(opened.text);
  await page.keyboard.press('Enter');
  const notice = page.getByRole('status').filter({ hasText: 'This is the open incident' });
  await notice.getByRole('link', { name: opened.title }).waitFor();
  await page.getByRole('heading', { level: 2, name: /^(?:Yes|Probably|Possibly|Not seen|No certain)/u }).waitFor();
  expect(await page.locator(`article a[href="/failures/${opened.id}"]`).count()).toBe(0);
});

test('pasting the URL of a failure into "Seen before?" shows a result that can be reloaded and shared by URL', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('/seen-before');
  await box.fill(frequent.url ?? '');
  await page.getByText('Recognised as a URL').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByText('Results for the failure').getByRole('link', { name: frequent.title }).waitFor();
  await expect.poll(parameters).toEqual({ url: frequent.url });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
  await page.reload();
  await page.getByText('Results for the failure').waitFor();
  expect(await box.inputValue()).toBe(frequent.url);
  await page.goBack();
  await page.getByText('Or try a recent failure:').waitFor();
});

test('an answer without a certain match links the pattern of most similar failures, and shows three failures of a pattern at once', async () => {
  const changed = { matches: 0, id: '' };
  await page.route('**/v1/search', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as SearchResponse;
    const pattern = answer.matches.find((match) => match.pattern !== null)?.pattern ?? null;
    if (pattern === null) throw new Error('No match has a pattern');
    const matches = answer.matches.map((match) => ({ ...match, pattern, isRepeat: true }));
    Object.assign(changed, { matches: matches.length, id: pattern.id });
    const possiblePattern = { ...pattern, remedies: null, failures: 3, of: 4 };
    const verdict = { seenBefore: false, confidence: 0.5 };
    const unsure = { recorded: null, repeats: null, pattern: null, resolution: null };
    await route.fulfill({ response, json: { ...answer, ...unsure, verdict, possiblePattern, matches } });
  });
  await open('/seen-before');
  await box.fill(`${frequent.title}\n${frequent.text}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'No certain match, but possibly a known pattern.' }).waitFor();
  const note = page.getByText('3 of the 4 most similar failures belong to this pattern.');
  await note.locator(`a[href="/patterns/${changed.id}"]`).waitFor();
  expect(await page.getByRole('article').count()).toBe(3);
  await page.getByText(/^\d+ more failures? of the pattern/u).waitFor();
  await page.getByRole('button', { name: 'Show', exact: true }).first().click();
  await expect.poll(() => page.getByRole('article').count()).toBe(changed.matches);
  await inspect('seen-before-possible');
  await page.unroute('**/v1/search');
});
