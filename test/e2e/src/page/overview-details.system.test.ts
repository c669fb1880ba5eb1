import type { Overview } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, parameters } = await openDemoPage();

test('the chart of the overview offers its figures as a table', async () => {
  await open('/');
  await page.getByText('The figures as a table').first().click();
  const rows = page.getByRole('group', { name: /figures$/u }).getByRole('row');
  await rows.first().waitFor();
  expect(await rows.count()).toBeGreaterThan(10);
});

test('a cell of the failure map opens a drawer with its patterns, and the back button closes the drawer', async () => {
  await open('/');
  const { largest, cell } = await vi.waitFor(findLargestCell, { timeout: 40_000, interval: 500 });
  await cell.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByText(`${largest.episodes} episodes in this period`).waitFor();
  await drawer.getByRole('heading', { name: 'Patterns' }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('cause')).toBe(largest.cause);
  await inspectElement('overview-cell');
  await page.reload();
  await drawer.getByText(`${largest.episodes} episodes in this period`).waitFor();
  await page.goBack();
  await drawer.waitFor({ state: 'hidden' });
});

async function findLargestCell() {
  const { map } = await demo.ask<Overview>('GET', '/v1/overview');
  const largest = (map?.cells ?? []).reduce((a, b) => (b.episodes > a.episodes ? b : a));
  const name = `${largest.episodes} episodes in ${largest.service ?? largest.repository}`;
  const cell = page.getByRole('link', { name }).first();
  expect(await cell.count()).toBe(1);
  return { largest, cell };
}

test('a location of the failure map leads to the page of the service', async () => {
  await open('/');
  const location = page.getByRole('region', { name: 'Where and why' }).getByRole('rowheader').first();
  const name = (await location.textContent()) ?? '';
  await location.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  // The overview has another default period than the page of a service.
  expect(parameters()).toEqual({ days: '90' });
});

test('the services of the worst patterns lead to their pages, which keep the quarter', async () => {
  const quarter = { since: '2026-07-01', until: '2026-09-30' };
  await open(`/?${new URLSearchParams(quarter)}`);
  await page.getByRole('region', { name: 'Worst in this period' }).locator('a[href^="/services/"]').first().click();
  await page.waitForURL(/\/services\//u);
  expect(parameters()).toEqual(quarter);
  await page.getByText('in Q3 2026').first().waitFor();
});

test('an unknown URL says that there is no such page and leads to the overview', async () => {
  await page.goto(`${demo.url}/nothing/here`);
  await page.getByText('Page not found').waitFor();
  await page.getByRole('link', { name: 'Go to the overview' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
});
