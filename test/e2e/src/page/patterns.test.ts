import type { ListedPattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { page, open, inspect, expectTotal, parameters } = await openDemoPage();
const table = page.getByRole('table', { name: 'patterns' });
/** The period that the page shows by default. */
const year = 'days=365';
const firstName = () => table.getByRole('row').nth(1).getByRole('link').first().textContent();

test('the list of patterns shows as many patterns as the API returns, those with the most impact first', async () => {
  await open('/patterns');
  const isWorstFirst = async () => {
    const [worst] = await expectTotal<ListedPattern>(`/v1/patterns?limit=200&${year}&sort=impactHours`, 'pattern');
    return (await firstName()) === worst?.name;
  };
  await expect.poll(isWorstFirst, { timeout: 60_000 }).toBe(true);
  await inspect('patterns');
});

test('a row of the list of patterns has the episodes of the period, as bars and as a number, and the impact hours', async () => {
  await open('/patterns?sort=episodes');
  const showsMost = async () => {
    const [most] = await expectTotal<ListedPattern>(`/v1/patterns?limit=200&${year}&sort=episodes`, 'pattern');
    const row = table.getByRole('row').nth(1);
    const chart = row.getByRole('img', { name: `Episodes over time: ${most?.timeline.join(', ')}` });
    const unknown = most?.kinds.incident === 0 ? 'no incident' : 'not known';
    const hours = most?.impactHours == null ? unknown : `${Math.round(most.impactHours)}\u00a0h`;
    const cells = [row.getByRole('cell', { name: new RegExp(`^${most?.episodes}( |$)`, 'u') }), row.getByText(hours)];
    return Promise.all([chart, ...cells].map((cell) => cell.count()));
  };
  await expect.poll(showsMost, { timeout: 45_000 }).toEqual([1, 1, 1]);
});

test('on a wide screen, a row has the highest severity of its episodes, and no text in a row is cut off', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open('/patterns');
  const showsSeverity = async () => {
    const listed = await expectTotal<ListedPattern>(`/v1/patterns?limit=200&${year}&sort=impactHours`, 'pattern');
    const { name, worstSeverity } = listed.find((pattern) => pattern.worstSeverity !== null) ?? {};
    const { severity = '', episodes = 0 } = worstSeverity ?? {};
    const row = table.getByRole('row').filter({ has: page.getByRole('link', { name: name ?? '', exact: true }) });
    const text = episodes === 1 ? severity : `${severity} ×${episodes}`;
    return row.first().getByRole('cell', { name: text, exact: true }).count();
  };
  await expect.poll(showsSeverity, { timeout: 45_000 }).toBe(1);
  const cutOff = await table.locator('td *').evaluateAll((elements) =>
    elements
      .filter(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 2),
      )
      .filter((element) => element.ownerDocument.defaultView?.getComputedStyle(element).overflow === 'hidden')
      .map(({ textContent }) => textContent),
  );
  expect(cutOff).toEqual([]);
});

test('a click on a header sorts the patterns, a second one reverses them, and a third one restores the order by impact', async () => {
  await open('/patterns');
  const header = page.getByRole('columnheader', { name: 'Episodes' });
  const sortBy = async (aria: string, query: string, url: object) => {
    await header.getByRole('button').click();
    await expect.poll(() => header.getAttribute('aria-sort')).toBe(aria);
    expect(parameters()).toEqual(url);
    const isSorted = async () => {
      const [first] = await expectTotal<ListedPattern>(`/v1/patterns?limit=200&${year}${query}`, 'pattern');
      return (await firstName()) === first?.name;
    };
    await expect.poll(isSorted, { timeout: 45_000 }).toBe(true);
  };
  await sortBy('descending', '&sort=episodes', { sort: 'episodes' });
  await sortBy('ascending', '&sort=episodes&order=asc', { sort: 'episodes', order: 'asc' });
  await sortBy('none', '&sort=impactHours', {});
});

test('a filter of patterns shows its count, narrows the list, survives a reload and is undone by the back button', async () => {
  await open('/patterns');
  await page.getByRole('combobox', { name: 'Cause' }).click();
  const option = page.getByRole('option', { name: /^capacity \(\d+\)$/u });
  const named = (await option.textContent()) ?? '';
  await option.click();
  const capacity = await expectTotal<ListedPattern>(`/v1/patterns?limit=200&${year}&cause=capacity`, 'pattern');
  expect(named).toBe(`capacity (${capacity.length})`);
  await expect.poll(() => parameters().cause).toBe('capacity');
  await page.reload();
  await expectTotal(`/v1/patterns?limit=200&${year}&cause=capacity`, 'pattern');
  await page.goBack();
  await expectTotal(`/v1/patterns?limit=200&${year}`, 'pattern');
});

test('a chosen period restricts the patterns, and changes the figures of each row', async () => {
  await open('/patterns?sort=episodes');
  expect(await page.getByRole('columnheader', { name: 'Episodes' }).getAttribute('aria-sort')).toBe('descending');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Last 90 days');
  await expect.poll(parameters).toEqual({ sort: 'episodes', days: '90' });
  await page.getByRole('columnheader', { name: 'Last 90 days' }).waitFor();
  const showsMost = async () => {
    const [most] = await expectTotal<ListedPattern>('/v1/patterns?limit=200&days=90&sort=episodes', 'pattern');
    const row = table.getByRole('row').nth(1);
    const before = most?.episodesBefore ? ` ${most.episodesBefore} before` : '';
    return row.getByRole('cell', { name: `${most?.episodes}${before}`, exact: true }).count();
  };
  await expect.poll(showsMost, { timeout: 45_000 }).toBe(1);
});
