import type { ListedPattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, expectTotal, parameters } = await openDemoPage();
const rows = page.getByRole('table', { name: 'patterns' }).getByRole('row');

test('a search of patterns without a match says so and offers to clear the filters', async () => {
  await open('/patterns');
  await page.getByRole('searchbox').fill('no pattern has these words');
  await page.getByText('No patterns match these filters.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Clear filters' }).click();
  await rows.nth(1).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
});

test('common filters of patterns take one click, and rarer filters two clicks', async () => {
  await open('/patterns');
  await page.getByRole('link', { name: 'Returned' }).click();
  await expectTotal('/v1/patterns?limit=200&recurrence=returned', 'pattern');
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('combobox', { name: 'Repository' }).waitFor();
  await inspectElement('patterns-filters');
});

test('patterns can be browsed by mechanism and by service, and restricted to a period', async () => {
  await open('/patterns');
  const chip = page
    .getByRole('main')
    .getByRole('button', { name: / , patterns: /u })
    .first();
  const named = (await chip.textContent()) ?? '';
  await chip.click();
  await expect.poll(() => parameters().mechanism).toBeDefined();
  const mechanism = parameters().mechanism ?? '';
  expect(named).toContain(mechanism);
  await expectTotal(`/v1/patterns?limit=200&days=365&mechanism=${encodeURIComponent(mechanism)}`, 'pattern');
  await page.getByText('By service').click();
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Custom');
  await page.getByRole('textbox', { name: 'Period from' }).fill('2026-01-01');
  await page.getByRole('textbox', { name: 'Period until' }).fill('2026-03-31');
  await expect.poll(parameters).toEqual({ mechanism, since: '2026-01-01', until: '2026-03-31' });
  const range = '&since=2026-01-01T00:00:00.000Z&until=2026-04-01T00:00:00.000Z';
  await expectTotal(`/v1/patterns?limit=200&mechanism=${encodeURIComponent(mechanism)}${range}`, 'pattern');
});

test('a view of patterns can be saved, opened again after a reload, and deleted', async () => {
  await open('/patterns?cause=capacity&sort=episodes');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Capacity');
  await page.keyboard.press('Enter');
  const tab = page.getByRole('link', { name: 'Capacity' });
  await expect.poll(() => tab.getAttribute('aria-current')).toBe('page');
  await open('/patterns');
  await tab.click();
  await expect.poll(parameters).toEqual({ cause: 'capacity', sort: 'episodes' });
  await page.getByRole('button', { name: 'Delete the view “Capacity”' }).click();
  await tab.waitFor({ state: 'detached' });
});

test('selected patterns can be confirmed together, and one click undoes it', async () => {
  const [last, other] = await listLeastHarmful();
  await open('/patterns?order=asc');
  for (const { name } of [last, other]) await page.getByRole('checkbox', { name: `Select “${name}”` }).check();
  const bar = page.getByRole('group', { name: 'Selected patterns' });
  await bar.getByText('2 selected').waitFor();
  await inspectElement('patterns-selected');
  await bar.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('2 patterns confirmed.').waitFor();
  await bar.waitFor({ state: 'detached' });
  await expect.poll(() => judgementsOf([last.id, other.id]), { timeout: 60_000 }).toEqual(['confirmed', 'confirmed']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => judgementsOf([last.id, other.id]), { timeout: 60_000 }).toEqual([null, null]);
});

async function listLeastHarmful(): Promise<readonly [ListedPattern, ListedPattern]> {
  const path = '/v1/patterns?limit=10&days=365&sort=impactHours&order=asc&judgement=none';
  const { items } = await demo.ask<{ items: ListedPattern[] }>('GET', path);
  const [last, other] = items.filter(({ name }, at) => items.findIndex((one) => one.name === name) === at);
  if (last === undefined || other === undefined) throw new Error('The demo has no two patterns without a judgement');
  return [last, other];
}

function judgementsOf(ids: readonly string[]) {
  const ask = (id: string) => demo.ask<{ judgement: string | null }>('GET', `/v1/patterns/${id}`);
  return Promise.all(ids.map(async (id) => (await ask(id)).judgement));
}

test('the list of patterns ignores invalid URL parameters', async () => {
  await open('/patterns?cause=nonsense&unknown=1&sort=x');
  await expectTotal('/v1/patterns?limit=200&days=365', 'pattern');
});

test('a list of patterns that fails to load says so and can be retried', async () => {
  let fails = true;
  await page.route('**/v1/patterns?*', (route) => (fails ? route.abort('aborted') : route.continue()));
  await page.goto(`${demo.url}/patterns`);
  await page.getByRole('alert').getByText('Refrain is not responding').waitFor({ timeout: 40_000 });
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows.nth(1).waitFor();
});
