import { expect, test } from 'vitest';
import { openPatternPage } from './pattern-page.ts';

const { page, inspect, patterns, show, listKinds, undo } = await openPatternPage();
const [confirmed, ...others] = patterns.slice(0, 10);
/** The pattern with the fewest episodes, because axe takes long on long reports. */
const [read] = others.toSorted((a, b) => a.episodes - b.episodes);

test('a report shows the cause and the resolution first, then folded details, the decisions and each failure with its reason', async () => {
  await show(read);
  for (const name of ['Root cause', 'Resolved by', 'Forecast', 'History'])
    await page.getByRole('heading', { level: 2, name }).waitFor();
  const chance = page.getByText(/^The chance of at least one more episode is /u).first();
  expect(await chance.isVisible()).toBe(false);
  await page.getByRole('heading', { level: 2, name: 'Forecast' }).click();
  await chance.waitFor();
  expect(await page.getByRole('heading', { level: 3, name: /^E\d+ · / }).count()).toBe(read?.episodes);
  await page.getByText('Why is it here?').first().click();
  await page
    .getByText(/^It belongs to this pattern \(\d+\u00a0%\): \w/u)
    .first()
    .waitFor();
  expect(await page.title()).toBe(`${read?.name} · Refrain`);
  await inspect('pattern');
});

test('a pattern can be confirmed, and the confirmation undone', async () => {
  await show(confirmed);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByRole('button', { name: 'Confirmed' }).waitFor();
  await page.getByText('This is one pattern.').waitFor();
  expect(await listKinds(confirmed)).toEqual(['pattern']);
  await undo();
  await page.getByRole('button', { name: 'Confirm', exact: true }).waitFor();
  expect(await listKinds(confirmed)).toEqual([]);
});
