import { expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

const { demo, page, open, glance, look } = await visitDemo();

interface Overview {
  readonly became: Readonly<Record<'fresh' | 'rising' | 'returned', { readonly total: number }>>;
  readonly map: {
    readonly cells: readonly { service: string | null; repository: string | null; cause: string; episodes: number }[];
  };
}

test('the overview says whether it is getting better, on one screen of a laptop', async () => {
  await open('/');
  await page.getByRole('region', { name: 'Where, and why' }).getByRole('table').waitFor();
  for (const name of ['Patterns to look at', 'Fixes', 'Next 30 days', 'How complete this is'])
    await page.getByRole('region', { name }).waitFor();
  await look('overview');
  await page.setViewportSize({ width: 1440, height: 860 });
  await expect.poll(() => page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(860);
});

test('the chart has its figures behind it', async () => {
  await open('/');
  await page.getByText('The figures as a table').first().click();
  const rows = page.getByRole('group', { name: /figures$/u }).getByRole('row');
  await rows.first().waitFor();
  expect(await rows.count()).toBeGreaterThan(10);
});

test('a cell of the map opens what is behind it, and the back button closes it', async () => {
  await open('/');
  const { map } = await demo.ask<Overview>('GET', '/v1/overview');
  const most = map.cells.reduce((a, b) => (b.episodes > a.episodes ? b : a));
  const cell = page
    .getByRole('link', { name: `${most.episodes} episodes in ${most.service ?? most.repository}` })
    .first();
  await cell.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByText(`${most.episodes} episodes in the last year`).waitFor();
  await drawer.getByRole('heading', { name: 'Patterns' }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('cause')).toBe(most.cause);
  await glance('overview-cell');
  await page.reload();
  await drawer.getByText(`${most.episodes} episodes in the last year`).waitFor();
  await page.goBack();
  await drawer.waitFor({ state: 'hidden' });
});

test('what there is to look at leads to the patterns', async () => {
  const { became } = await demo.ask<Overview>('GET', '/v1/overview');
  await open('/');
  const region = page.getByRole('region', { name: 'Patterns to look at' });
  const link = region.getByRole('link', { name: /^\d+ patterns?$/u }).last();
  const name = (await link.textContent()) ?? '';
  await link.click();
  await page.getByRole('status').getByText(name, { exact: true }).waitFor();
  expect(Object.values(became).map(({ total }) => `${total} pattern${total === 1 ? '' : 's'}`)).toContain(name);
});

test('an unknown address says so, and leads back', async () => {
  await open('/').catch(() => {});
  await page.goto(`${demo.url}/nothing/here`);
  await page.getByText('There is no such page').waitFor();
  await page.getByRole('link', { name: 'To the overview' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
});
