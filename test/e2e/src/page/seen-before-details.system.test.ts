import type { SearchResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openSeenBeforePage } from './seen-before-page.ts';

const { demo, page, open, inspectElement, parameters, frequent, box } = await openSeenBeforePage();

/** Counts the failures that are shown at once: at most three of each pattern. */
function countShown(matches: SearchResponse['matches']): number {
  const seen = new Map<string, number>();
  return matches.filter(({ failure, pattern }) => {
    const key = pattern?.id ?? failure.id;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return (seen.get(key) ?? 0) <= 3;
  }).length;
}

test('the back button returns from a matching failure to the searched text and its result, and a new search starts empty', async () => {
  const text = `${frequent.title}\n${frequent.text}`;
  await open('/seen-before');
  await box.fill(text);
  await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('article').last().getByRole('link').first().click();
  await page.getByRole('heading', { level: 2, name: 'Details' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: /^Yes[,.] / }).waitFor();
  expect(await box.inputValue()).toBe(text);
  await page.getByRole('button', { name: 'New search' }).click();
  await page.getByText('Or try a recent failure:').waitFor();
  expect(await box.inputValue()).toBe('');
  await inspectElement('seen-before-empty');
});

test('a search limited to a service has the service in the URL, and the back button removes that limit', async () => {
  const service = frequent.services[0] ?? '';
  await open(`/seen-before?failure=${frequent.id}`);
  await page.getByRole('heading', { level: 2, name: /^Yes[,.] / }).waitFor();
  await page.getByRole('button', { name: 'Filter by service or environment' }).click();
  await page.getByRole('combobox', { name: 'Service' }).fill(service);
  await page.keyboard.press('Enter');
  await expect.poll(parameters).toEqual({ failure: frequent.id, service });
  const { matches, pattern } = await demo.ask<SearchResponse>('POST', '/v1/search', {
    failureId: frequent.id,
    service,
    limit: 10,
  });
  expect(new Set(matches.flatMap(({ failure }) => failure.services))).toContain(service);
  const isExact = ({ isRepeat, hasSameTitle }: (typeof matches)[number]) => isRepeat || hasSameTitle;
  const telling = matches.filter((match) => isExact(match) || !match.isWeak);
  const shown = telling.filter((match, at) => at < 3 || isExact(match) || match.score >= 0.4);
  const members = shown.filter((match) => pattern !== null && match.pattern?.id === pattern.id).length;
  const isPatternFirst = members > 1 && 2 * members > shown.length;
  await expect
    .poll(() => page.locator('section').getByRole('article').count())
    .toBe(isPatternFirst ? Math.min(shown.length, 3) : countShown(shown));
  await inspectElement('seen-before-narrowed');
  await page.goBack();
  await expect.poll(parameters).toEqual({ failure: frequent.id });
});

test('"Seen before?" reports an unknown text as new, and a text without words as undecidable', async () => {
  await open('/seen-before');
  await box.fill('xqzvw jjqkk zzpty wvvxq kkqjz');
  await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
  const answer = page.getByRole('heading', { level: 2, name: /^(?:Not seen before in|No certain match)/u });
  await answer.waitFor();
  await page.getByText('No similar failure is known.').waitFor();
  await box.fill('xqzvw jjqkk zzpty wvvxq kkqjz timeout');
  await page.keyboard.press('Enter');
  await page.getByText(/shares? only a common word/u).waitFor();
  expect(await page.getByRole('article').count()).toBe(0);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('article').first().waitFor();
  await answer.waitFor();
  await inspectElement('seen-before-not');
  await box.fill('...');
  await page.keyboard.press('Enter');
  await page.getByText('The text has no words in common with any failure').waitFor();
  await page.getByText('No similar failure is known.').waitFor();
});

test('"Seen before?" reports a text that is too long at its field and offers to truncate it', async () => {
  await open('/seen-before');
  await box.fill('connection slots '.repeat(1_300));
  await page.getByRole('alert').getByText('22,099 characters, and the limit is 20,000').waitFor();
  expect(await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).isDisabled()).toBe(true);
  await inspectElement('seen-before-long');
  await page.getByRole('button', { name: 'Keep the first 20,000 characters' }).click();
  await expect.poll(async () => (await box.inputValue()).length).toBe(20_000);
  await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: /^(?:Yes|Probably|Possibly|Not seen)/u }).waitFor();
});

test('"Seen before?" has a clickable example, and a failed search can be retried', async () => {
  await open('/seen-before');
  let fails = true;
  await page.route('**/v1/search', (route) => (fails ? route.abort('aborted') : route.continue()));
  const example = page.getByText('Or try a recent failure:').locator('..').getByRole('button').first();
  const title = (await example.textContent()) ?? '';
  await example.click();
  await expect.poll(() => box.inputValue()).toBe(title);
  await page.getByRole('alert').getByText('Refrain is not responding').waitFor();
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 2, name: /^(?:Yes|Probably|Possibly|Not seen)/u }).waitFor();
});
