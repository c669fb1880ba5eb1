import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, expectTotal } = await openDemoPage();
const cards = page.getByRole('listitem');

test('a search of patterns without a match says so and offers to clear the search', async () => {
  await open('/patterns');
  await page.getByRole('searchbox').fill('no pattern has these words');
  await page.getByText('No pattern fits').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await cards.first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
});

test('common filters of patterns take one click, and rarer filters two clicks', async () => {
  await open('/patterns');
  await page.getByRole('button', { name: 'Returned' }).click();
  await expectTotal('/v1/patterns?limit=200&recurrence=returned', 'pattern');
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('combobox', { name: 'Repository' }).waitFor();
  await inspectElement('patterns-filters');
});

test('the list of patterns ignores invalid URL parameters', async () => {
  await open('/patterns?cause=nonsense&unknown=1&sort=x');
  await expectTotal('/v1/patterns?limit=200', 'pattern');
});

test('a list of patterns that fails to load says so and can be retried', async () => {
  let fails = true;
  await page.route('**/v1/patterns?*', (route) => (fails ? route.abort('aborted') : route.continue()));
  await page.goto(`${demo.url}/patterns`);
  await page.getByRole('alert').getByText('Refrain does not respond').waitFor({ timeout: 40_000 });
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await cards.first().waitFor();
});
