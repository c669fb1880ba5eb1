import type { ListedPattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

const { page, open, inspect, expectTotal, parameters } = await visitDemo();
const firstCard = page.getByRole('listitem').first();

test('the list shows as many patterns as the API returns, the latest first', async () => {
  await open('/patterns');
  const isLatestFirst = async () => {
    const [latest] = await expectTotal<ListedPattern>('/v1/patterns?limit=200&sort=lastAt', 'pattern');
    return (await firstCard.getByRole('link').textContent()) === latest?.name;
  };
  await expect.poll(isLatestFirst, { timeout: 60_000 }).toBe(true);
  await inspect('patterns');
});

test('a facet shows its count, narrows the list, survives a reload and is undone by the back button', async () => {
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
