import type { ListedPattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

const { demo, page, open, glance, look } = await visitDemo();
const cards = page.getByRole('listitem');

async function list(query: string) {
  return demo.ask<{ items: ListedPattern[]; total: number }>('GET', `/v1/patterns?limit=200${query}`);
}

test('patterns are listed as the API has them', async () => {
  const { items, total } = await list('&sort=lastAt');
  await open('/patterns');
  await page.getByRole('status').getByText(`${total} patterns`).waitFor();
  expect(await cards.first().getByRole('link').textContent()).toBe(items[0]?.name);
  await look('patterns');
});

test('a facet narrows the list, says how many there are, and is a step of the back button', async () => {
  await open('/patterns');
  const { items } = await list('&cause=capacity');
  await page.getByRole('combobox', { name: 'Cause' }).click();
  await page.getByRole('option', { name: `capacity (${items.length})` }).click();
  await page.getByRole('status').getByText(`${items.length} pattern`).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('cause')).toBe('capacity');
  await page.reload();
  await page.getByRole('status').getByText(`${items.length} pattern`).waitFor();
  await page.goBack();
  await page
    .getByRole('status')
    .getByText(`${(await list('')).total} patterns`)
    .waitFor();
});

test('words narrow it too; what fits none says what to do', async () => {
  await open('/patterns');
  await page.getByRole('searchbox').fill('no pattern has these words');
  await page.getByText('No pattern fits').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('listitem').first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
});

test('views that people come for are one press away', async () => {
  await open('/patterns');
  const { total } = await list('&recurrence=returned');
  await page.getByRole('button', { name: 'Returned' }).click();
  await page
    .getByRole('status')
    .getByText(new RegExp(`^${total} pattern`, 'u'))
    .waitFor();
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('combobox', { name: 'Repository' }).waitFor();
  await glance('patterns-filters');
});

test('an address that cannot be read shows everything rather than nothing', async () => {
  await open('/patterns?cause=nonsense&unknown=1&sort=x');
  await page
    .getByRole('status')
    .getByText(`${(await list('')).total} patterns`)
    .waitFor();
});

test('a list that does not come says so, and can be tried again', async () => {
  let fails = true;
  await page.route('**/v1/patterns?*', (route) => (fails ? route.abort('aborted') : route.continue()));
  await page.goto(`${demo.url}/patterns`);
  await page.getByRole('alert').getByText('Refrain does not answer').waitFor({ timeout: 30_000 });
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await cards.first().waitFor();
  await page.unrouteAll();
});
