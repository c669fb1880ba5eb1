import type { ListedPattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { page, open, inspect, expectTotal, parameters } = await openDemoPage();
const table = page.getByRole('table', { name: 'patterns' });
const firstName = () => table.getByRole('row').nth(1).getByRole('link').first().textContent();

test('the list of patterns shows as many patterns as the API returns, most harmful first', async () => {
  await open('/patterns');
  const isWorstFirst = async () => {
    const [worst] = await expectTotal<ListedPattern>('/v1/patterns?limit=200&sort=harm', 'pattern');
    return (await firstName()) === worst?.name;
  };
  await expect.poll(isWorstFirst, { timeout: 60_000 }).toBe(true);
  await inspect('patterns');
});

test('a row of the list of patterns has the episodes per month, the number of episodes and the impact hours', async () => {
  await open('/patterns?sort=episodes');
  const showsMost = async () => {
    const [most] = await expectTotal<ListedPattern>('/v1/patterns?limit=200&sort=episodes', 'pattern');
    const row = table.getByRole('row').nth(1);
    const chart = row.getByRole('img', { name: `Episodes per month: ${most?.monthlyEpisodes.join(', ')}` });
    const hours = `${Math.round(most?.impactHours ?? 0)}\u00a0h`;
    const cells = [row.getByRole('cell', { name: String(most?.episodes), exact: true }), row.getByText(hours)];
    return Promise.all([chart, ...cells].map((cell) => cell.count()));
  };
  await expect.poll(showsMost, { timeout: 45_000 }).toEqual([1, 1, 1]);
});

test('a click on a header sorts the patterns, a second one reverses them, and a third one restores the order by harm', async () => {
  await open('/patterns');
  const header = page.getByRole('columnheader', { name: 'Episodes' });
  const sortBy = async (aria: string, query: string, url: object) => {
    await header.getByRole('button').click();
    await expect.poll(() => header.getAttribute('aria-sort')).toBe(aria);
    expect(parameters()).toEqual(url);
    const isSorted = async () => {
      const [first] = await expectTotal<ListedPattern>(`/v1/patterns?limit=200${query}`, 'pattern');
      return (await firstName()) === first?.name;
    };
    await expect.poll(isSorted, { timeout: 45_000 }).toBe(true);
  };
  await sortBy('descending', '&sort=episodes', { sort: 'episodes' });
  await sortBy('ascending', '&sort=episodes&order=asc', { sort: 'episodes', order: 'asc' });
  await sortBy('none', '', {});
});

test('a filter of patterns shows its count, narrows the list, survives a reload and is undone by the back button', async () => {
  await open('/patterns');
  await page.getByRole('combobox', { name: 'Cause' }).click();
  const option = page.getByRole('option', { name: /^capacity \(\d+\)$/u });
  const named = (await option.textContent()) ?? '';
  await option.click();
  const capacity = await expectTotal<ListedPattern>('/v1/patterns?limit=200&cause=capacity', 'pattern');
  expect(named).toBe(`capacity (${capacity.length})`);
  await expect.poll(() => parameters().cause).toBe('capacity');
  await page.reload();
  await expectTotal('/v1/patterns?limit=200&cause=capacity', 'pattern');
  await page.goBack();
  await expectTotal('/v1/patterns?limit=200', 'pattern');
});
