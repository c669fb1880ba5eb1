import type { Overview } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspect, parameters } = await openDemoPage();

test('the first screen of a laptop has the headline, the key figures and what to do next', async () => {
  await open('/');
  await page.getByRole('region', { name: 'Where and why' }).getByRole('table').waitFor();
  await inspect('overview');
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const region of ['Key figures', 'Do next']) {
    const box = await page.getByRole('region', { name: region }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0), region).toBeLessThanOrEqual(900);
  }
});

test('the headline and the line below it have the figures of both periods', async () => {
  await open('/');
  const heading = page.getByRole('heading', { level: 1 });
  await vi.waitFor(
    async () => {
      const { figures, figuresBefore } = await demo.ask<Overview>('GET', '/v1/overview');
      const text = await heading.locator('xpath=..').textContent();
      expect(text).toContain('in the last 90 days');
      for (const episodes of [figures?.episodes, figuresBefore?.episodes])
        expect(text).toMatch(new RegExp(`(?<!\\d)${episodes}(?!\\d)`, 'u'));
    },
    { timeout: 40_000, interval: 500 },
  );
});

test('the next step names the costliest pattern; below “Do next”, a name opens the report and an action the decision', async () => {
  const { tasks, worst } = await demo.ask<Overview>('GET', '/v1/overview');
  const [task] = tasks;
  const isAboutFix = task?.kind === 'approve' || task?.kind === 'recurred';
  const path = isAboutFix ? `/improvements/${task.improvement?.id}` : `/patterns/${task?.patternId}`;
  const firstTask = page.getByRole('region', { name: 'Do next' }).getByRole('listitem').first();
  await open('/');
  await page
    .getByText(/^Costliest pattern /u)
    .getByRole('link')
    .first()
    .click();
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/patterns/${worst?.byImpact[0]?.id}`);
  await open('/');
  await firstTask.getByRole('link').first().click();
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/patterns/${task?.patternId}`);
  await open('/');
  await firstTask.getByRole('link').last().click();
  await expect.poll(() => new URL(page.url()).pathname).toBe(path);
});

test('the number of episodes in no pattern leads to their failures', async () => {
  const { figures } = await demo.ask<Overview>('GET', '/v1/overview');
  expect(figures?.unassigned).toBeGreaterThan(0);
  await open('/');
  await page
    .getByRole('region', { name: 'Worst in this period' })
    .getByRole('link', { name: /^\d+ of \d+ episodes/u })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Failures' }).waitFor();
  expect(parameters()).toEqual({ days: '90', grouped: 'none' });
});

test('a chosen period is in the URL, and a reload keeps it', async () => {
  await open('/');
  const period = page.getByRole('combobox', { name: 'Period' });
  await period.selectOption('Last 30 days');
  const title = page.getByRole('heading', { level: 1, name: /in the last 30 days/u });
  await title.waitFor();
  await expect.poll(parameters).toEqual({ days: '30' });
  await page.reload();
  await title.waitFor();
  await period.selectOption('Custom');
  await page.getByRole('textbox', { name: 'Period from' }).fill('2026-01-01');
  await page.getByRole('textbox', { name: 'Period until' }).fill('2026-03-30');
  await page.getByRole('heading', { level: 1, name: 'from 1 Jan 2026 to 30 Mar 2026' }).waitFor();
  expect(parameters()).toEqual({ since: '2026-01-01', until: '2026-03-30' });
});

test('the last quarter can be chosen, and all patterns of that quarter can be opened', async () => {
  await open('/');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('last-quarter');
  const title = page.getByRole('heading', { level: 1, name: /in Q[1-4] \d{4}/u });
  await title.waitFor();
  const { since, until } = parameters();
  await page.getByRole('link', { name: 'All patterns of this period' }).click();
  await page.getByRole('columnheader', { name: /^Q[1-4] \d{4}$/u }).waitFor();
  expect(parameters()).toEqual({ since, until, sort: 'impactHours' });
});

test('the chosen period stays when the menu or the palette opens another page with a period', async () => {
  await open('/');
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Last 30 days');
  await expect.poll(parameters).toEqual({ days: '30' });
  await pages.getByRole('link', { name: 'Services' }).click();
  await page.getByRole('heading', { level: 1, name: 'Services' }).waitFor();
  expect(parameters()).toEqual({ days: '30' });
  await pages.getByRole('link', { name: 'Patterns' }).click();
  await page.getByRole('columnheader', { name: 'Last 30 days' }).waitFor();
  expect(parameters()).toEqual({ days: '30' });
  expect(await pages.getByRole('link', { name: 'Patterns' }).getAttribute('aria-current')).toBe('page');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill('failures');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Failures' }).waitFor();
  expect(parameters()).toEqual({ days: '30' });
  await pages.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Last 90 days');
  await expect.poll(parameters).toEqual({});
  await pages.getByRole('link', { name: 'Failures' }).click();
  await page.getByRole('heading', { level: 1, name: 'Failures' }).waitFor();
  expect(parameters()).toEqual({});
});

test('the menu opens the patterns with the default period of the overview, and otherwise the list says how its period differs', async () => {
  const difference = page.getByText('The list shows the last 12 months, and the overview the last 90 days.');
  await open('/');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Patterns' }).click();
  await page.getByRole('columnheader', { name: 'Last 90 days' }).waitFor();
  expect(parameters()).toEqual({ days: '90' });
  expect(await difference.count()).toBe(0);
  await open('/patterns');
  await difference.waitFor();
});

test('each count of patterns on the overview leads to a list with as many patterns', async () => {
  await open('/');
  const region = page.getByRole('region', { name: 'Do next' });
  const link = region.getByRole('link', { name: /^\d+ (?:new|rising|returned) patterns?$/u }).last();
  const total = await vi.waitFor(
    async () => {
      const { patternChanges } = await demo.ask<Overview>('GET', '/v1/overview');
      const number = Number.parseInt((await link.textContent()) ?? '', 10);
      expect(Object.values(patternChanges).map((list) => list.total)).toContain(number);
      return number;
    },
    { timeout: 40_000, interval: 500 },
  );
  await link.click();
  await page
    .getByRole('status')
    .getByText(new RegExp(`^${total} patterns? with an episode in the last 90 days`, 'u'))
    .waitFor();
});
