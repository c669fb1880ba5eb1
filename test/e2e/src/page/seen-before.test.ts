import type { SearchResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openSeenBeforePage } from './seen-before-page.ts';

const { page, open, inspect, parameters, frequent, box } = await openSeenBeforePage();

test('pasting a text shows the pattern, its number of episodes and its resolution, and keeps the text out of the URL', async () => {
  await open('/seen-before');
  await box.fill(`${frequent.title}\n${frequent.text}`);
  const [response] = await Promise.all([page.waitForResponse('**/v1/search'), page.keyboard.press('Enter')]);
  const { pattern, matches, resolution } = (await response.json()) as SearchResponse;
  await page.getByRole('heading', { level: 2, name: /^Yes\. A failure with a matching title happened /u }).waitFor();
  const likely = page.getByRole('article').first();
  await likely.getByRole('link', { name: pattern?.name ?? '', exact: true }).waitFor();
  await likely.getByText(pattern?.lesson ?? '', { exact: true }).waitFor();
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
