import type { ListedPattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { page, open, inspect, expectTotal, parameters } = await openDemoPage();
const firstCard = page.getByRole('listitem').first();

test('the list of patterns shows as many patterns as the API returns, most harmful first', async () => {
  await open('/patterns');
  const isWorstFirst = async () => {
    const [worst] = await expectTotal<ListedPattern>('/v1/patterns?limit=200&sort=harm', 'pattern');
    return (await firstCard.getByRole('link').textContent()) === worst?.name;
  };
  await expect.poll(isWorstFirst, { timeout: 60_000 }).toBe(true);
  await inspect('patterns');
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
