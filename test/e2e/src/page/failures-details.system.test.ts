import { expect, test } from 'vitest';
import { openFailureListPage } from './failure-list.ts';

const { demo, page, open, inspectElement, list, expectFailures, parameters } = await openFailureListPage();
const rows = page.getByRole('table', { name: 'failures' }).locator('tr[aria-rowindex]');

test('failures can be filtered by repository and day with the keyboard alone, and one button removes all filters', async () => {
  const [some] = (await list('&kind=failed_deployment')).items;
  const day = some?.occurredAt.slice(0, 10) ?? '';
  await open('/failures');
  await page.getByRole('button', { name: 'More filters' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Repository' }).focus();
  await page.keyboard.type(some?.repository ?? '');
  await page.keyboard.press('Enter');
  await expect.poll(parameters).toEqual({ repository: some?.repository });
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Custom');
  await page.getByRole('textbox', { name: 'Period from' }).fill(day);
  await page.getByRole('textbox', { name: 'Period until' }).fill(day);
  await expect.poll(parameters).toEqual({ repository: some?.repository, since: day, until: day });
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
  const items = await expectFailures(`&repository=${some?.repository}&since=${day}T00:00:00.000Z&until=${next}`);
  expect(items.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Fewer filters' }).waitFor();
  await inspectElement('failures-filters');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expectFailures('');
  await expect.poll(parameters).toEqual({});
});

test('a search of failures is undone by one press of the back button, and a search without a match says so', async () => {
  await open('/failures');
  const search = page.getByRole('searchbox');
  await search.pressSequentially('nobody wrote', { delay: 60 });
  await page.getByText('No failures match these filters.').waitFor();
  await inspectElement('failures-none');
  await page.goBack();
  await expectFailures('');
  expect(await search.inputValue()).toBe('');
  await page.goForward();
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expectFailures('');
});

test('the back button returns from a failure to the same position in the list', async () => {
  await open('/failures');
  await rows.nth(1).waitFor();
  await page.mouse.wheel(0, 6_000);
  await expect.poll(() => page.evaluate('window.scrollY')).toBeGreaterThan(5_000);
  const row = rows.filter({ visible: true }).nth(10);
  const place = await row.getAttribute('aria-rowindex');
  const link = row.getByRole('link').first();
  const title = (await link.textContent()) ?? '';
  await link.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.goBack();
  await page.locator(`[aria-rowindex="${place}"]`).getByRole('link', { name: title }).first().waitFor();
  await expect.poll(() => page.evaluate('window.scrollY')).toBeGreaterThan(4_000);
});

test('a list of ten thousand failures scrolls to its end with few rows in the page and none of them blank', async () => {
  const [pattern] = (await list('')).items;
  const size = 500;
  await page.route('**/v1/failures?*', (route) => {
    const begin = Number(new URL(route.request().url()).searchParams.get('after') ?? 0);
    const items = Array.from({ length: size }, (_, at) => ({
      ...pattern,
      id: `made-up-${begin + at}`,
      title: `Made-up failure ${begin + at + 1}`,
    }));
    const end = begin + size;
    return route.fulfill({ json: { items, total: 10_000, next: end < 10_000 ? String(end) : null } });
  });
  await open('/failures');
  await page.getByRole('status').getByText('more than 10,000 failures').waitFor();
  const last = page.getByRole('link', { name: 'Made-up failure 10000' });
  let maximum = 0;
  const goOn = async () => {
    await page.keyboard.press('End');
    maximum = Math.max(maximum, await rows.count());
    return last.count();
  };
  await expect.poll(goOn, { timeout: 150_000 }).toBe(1);
  expect(maximum).toBeLessThan(60);
  const seen = (await page.evaluate(`[...document.querySelectorAll('tbody tr[aria-rowindex]')].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }).map((row) => row.textContent)`)) as string[];
  expect(seen.length).toBeGreaterThan(4);
  for (const text of seen) expect(text).toMatch(/Made-up failure \d+/u);
});

test('an empty list of failures says whether nothing is connected, an import is running, or nothing has failed', async () => {
  const nothing = { items: [], total: 0, next: null };
  const known = await demo.ask<object>('GET', '/v1/status');
  const status = { ...known, failures: 0 };
  await page.route('**/v1/failures?*', (route) => route.fulfill({ json: nothing }));
  await open('/failures');
  await page.getByText('Nothing failed in this period (last 12 months).').waitFor();
  await page.route('**/v1/status', (route) => route.fulfill({ json: { ...status, busy: false } }));
  await open('/failures');
  await page.getByText('No failures yet.').waitFor();
  await page.route('**/v1/status', (route) => route.fulfill({ json: { ...status, busy: true } }));
  await open('/failures');
  await page.getByText('Importing history…').waitFor();
  await page.route('**/v1/connections*', (route) => route.fulfill({ json: nothing }));
  await open('/failures');
  await page.getByText('No accounts are connected yet.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Connect GitHub or PagerDuty' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add a data source' }).waitFor();
});
