import type { ListedDigest, StoredDigest } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, inspect, expectTotal, parameters } = await openDemoPage();
const rows = page.getByRole('article');
const dialog = page.getByRole('dialog', { name: 'Write a digest' });

const pathOf = (query: string) => `/v1/digests?limit=100${query}`;
const list = (query: string) => demo.ask<{ items: ListedDigest[]; total: number }>('GET', pathOf(query));

const expectDigests = (query: string) => expectTotal<ListedDigest>(pathOf(query), 'digest');

async function choose(facet: string, option: string) {
  await page.getByRole('combobox', { name: facet, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('the list of digests shows as many digests as the API returns', async () => {
  await open('/digests');
  await expectDigests('');
  expect(await rows.count()).toBeGreaterThan(0);
  await inspect('digests');
});

test('a service repeats no news of a team, and a service with most of the impact is in the table', async () => {
  await open('/digests?period=month');
  const card = rows.first();
  const linksIn = (column: string) =>
    card
      .getByRole('table')
      .filter({ has: page.getByRole('columnheader', { name: column, exact: true }) })
      .locator('a[href^="/patterns/"]')
      .evaluateAll((links) => links.map((link) => link.textContent));
  const ofTeams = new Set(await linksIn('Team'));
  expect((await linksIn('Service')).filter((name) => ofTeams.has(name))).toEqual([]);
  const { items } = await list('&period=month');
  const newest = items.filter(({ period }) => period.from === items[0]?.period.from);
  const organisation = newest.find(({ scope }) => scope.kind === 'organisation');
  const costly = newest.filter(
    ({ scope, impactHours }) =>
      scope.kind === 'service' &&
      (impactHours ?? 0) >= Math.max(2, 0.15 * (organisation?.impactHours ?? Number.POSITIVE_INFINITY)),
  );
  for (const { title, scope } of costly)
    await card.getByRole('rowheader', { name: scope.kind === 'service' ? scope.name : title, exact: true }).waitFor();
});

test('the filters of digests are in the URL, survive a reload and are undone by the back button', async () => {
  await open('/digests');
  await choose('Period', 'month');
  await expectDigests('&period=month');
  await choose('Scope', 'all services');
  await expectDigests('&period=month&scope=organisation');
  await expect.poll(parameters).toEqual({ period: 'month', scope: 'organisation' });
  expect(await page.getByRole('combobox', { name: 'Service or team' }).count()).toBe(0);
  await page.reload();
  await expectDigests('&period=month&scope=organisation');
  await page.goBack();
  await expectDigests('&period=month');
  await page.getByRole('combobox', { name: 'Service or team' }).fill('nobody');
  await page.keyboard.press('Enter');
  await page.getByText('No digests match these filters.').waitFor();
  await page.goBack();
  await expectDigests('&period=month');
});

test('a digest of any week can be created with the keyboard alone, and then opens', async () => {
  await open('/digests');
  await page.getByRole('button', { name: 'Write digest' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'A day in that week' }).fill('2026-03-11');
  await inspectElement('digest-write');
  await dialog.getByRole('button', { name: 'Write it' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '9 to 15 Mar 2026: All services' }).waitFor();
  const id = page.url().split('/').at(-1);
  const { digest } = await demo.ask<StoredDigest>('GET', `/v1/digests/${id}`);
  expect([digest.scope.kind, digest.period.from]).toEqual(['organisation', '2026-03-09T00:00:00.000Z']);
  const { items } = await list('&scope=organisation&period=week');
  expect(items.map((item) => item.id)).toContain(id);
  await open('/digests?scope=organisation');
  await page.getByRole('heading', { level: 2, name: '9 to 15 Mar 2026' }).waitFor();
});

test('a monthly digest of one service names the service, and an error is reported in the dialog', async () => {
  const { items } = await demo.ask<{ items: { services: string[] }[] }>('GET', '/v1/failures?kind=incident&limit=1');
  const service = items[0]?.services[0] ?? '';
  await open('/digests');
  await page.getByRole('button', { name: 'Write digest' }).click();
  await dialog.getByText('A month', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'A day in that month' }).fill('2026-04-11');
  await dialog.getByLabel('Scope', { exact: true }).selectOption('one service');
  expect(await dialog.getByRole('button', { name: 'Write it' }).isDisabled()).toBe(true);
  await dialog.getByRole('combobox', { name: 'Service' }).fill('no such service');
  await page.route('**/v1/digests', (route) =>
    route.request().method() === 'POST' ? route.abort('aborted') : route.continue(),
  );
  await dialog.getByRole('button', { name: 'Write it' }).click();
  await dialog.getByRole('alert').getByText('Refrain is not responding').waitFor();
  await page.unrouteAll();
  await dialog.getByRole('combobox', { name: 'Service' }).fill(service);
  await dialog.getByRole('button', { name: 'Write it' }).click();
  await page.getByRole('heading', { level: 1, name: service }).waitFor();
  const id = page.url().split('/').at(-1);
  const { digest } = await demo.ask<StoredDigest>('GET', `/v1/digests/${id}`);
  expect(digest.scope).toEqual({ kind: 'service', name: service });
  expect(digest.period.from).toBe('2026-04-01T00:00:00.000Z');
});

test('a digest shows how the patterns changed and can be shared', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const [newest] = (await list('&scope=organisation&period=month')).items;
  const { digest } = await demo.ask<StoredDigest>('GET', `/v1/digests/${newest?.id}`);
  await open('/digests?period=month&scope=organisation');
  await rows.first().getByRole('heading').getByRole('link').click();
  await page.getByText(digest.document.lead.text).waitFor();
  for (const { title, statements } of digest.document.sections.filter(({ isDetail }) => !isDetail)) {
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
    const [{ label = '' } = {}] = statements;
    if (label !== '') await page.getByRole('article').getByRole('link', { name: label, exact: true }).first().waitFor();
  }
  // A mark such as P1 reads like a severity.
  expect(await page.getByRole('link', { name: /^P\d+/u }).count()).toBe(0);
  await inspect('digest');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(`${demo.url}/digests/${newest?.id}`);
  await page.getByRole('button', { name: 'Share' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as Markdown' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.md$/u);
});

test('an empty list of digests says that none has been created yet', async () => {
  await page.route('**/v1/digests?*', (route) => route.fulfill({ json: { items: [], total: 0, next: null } }));
  await open('/digests');
  await page.getByText('No digests yet').waitFor();
});
