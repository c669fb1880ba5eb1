import type { Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

type Listed = Failure & { readonly patternId: string | null };

const { demo, page, open, glance, look } = await visitDemo();
const rows = page.getByRole('article');

function list(query: string) {
  return demo.ask<{ items: Listed[]; total: number }>('GET', `/v1/failures?limit=50${query}`);
}

/** What is shown is what the API counts; other tests may connect an account meanwhile, and the page asks anew. */
async function seeTotal(query: string) {
  const shown = page.getByRole('status').getByText(/ failures?$/u);
  let items: readonly Listed[] = [];
  const differ = async () => {
    const answer = await list(query);
    const wanted = `${answer.total} failure${answer.total === 1 ? '' : 's'}`;
    items = answer.items;
    const said = await shown.textContent();
    return said === wanted ? null : `${said}, and not ${wanted}`;
  };
  await expect.poll(differ, { timeout: 40_000 }).toBeNull();
  return items;
}

const parameters = () => Object.fromEntries(new URL(page.url()).searchParams);

async function choose(facet: string, option: string) {
  await page.getByRole('combobox', { name: facet, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('failures are listed newest first, each with where it happened and the pattern that it is in', async () => {
  const { items } = await list('&unassigned=false');
  const [newest] = items;
  const pattern = await demo.ask<{ name: string }>('GET', `/v1/patterns/${newest?.patternId}`);
  await open('/failures');
  await seeTotal('');
  expect(await rows.first().getByRole('link').first().textContent()).toBe((await list('')).items[0]?.title);
  await look('failures');
  await open('/failures?grouped=in');
  const first = rows.first();
  await first.getByRole('link', { name: newest?.title ?? '', exact: true }).waitFor();
  await first.getByRole('link', { name: pattern.name, exact: true }).waitFor();
});

test('filters are in the address, survive a reload, and the back button takes them back one by one', async () => {
  await open('/failures');
  await choose('Kind', 'failed deployment');
  await seeTotal('&kind=failed_deployment');
  await choose('Pattern', 'in none');
  await seeTotal('&kind=failed_deployment&unassigned=true');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('oldest first');
  await expect.poll(parameters).toEqual({ kind: 'failed_deployment', grouped: 'none', order: 'asc' });
  await page.reload();
  const [oldest] = await seeTotal('&kind=failed_deployment&unassigned=true&order=asc');
  await rows
    .first()
    .getByRole('link', { name: oldest?.title ?? '', exact: true })
    .waitFor();
  await page.goBack();
  await page.goBack();
  await expect.poll(parameters).toEqual({ kind: 'failed_deployment' });
  await seeTotal('&kind=failed_deployment');
  await page.goBack();
  await seeTotal('');
});

test('where and when narrow it, by keys alone, and all of it is taken away at once', async () => {
  const [some] = (await list('&kind=failed_deployment')).items;
  const day = some?.occurredAt.slice(0, 10) ?? '';
  await open('/failures');
  await page.getByRole('button', { name: 'More filters' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Repository' }).focus();
  await page.keyboard.type(some?.repository ?? '');
  await page.keyboard.press('Enter');
  await expect.poll(parameters).toEqual({ repository: some?.repository });
  await page.getByLabel('From', { exact: true }).fill(day);
  await page.getByLabel('Until', { exact: true }).fill(day);
  await expect.poll(parameters).toEqual({ repository: some?.repository, since: day, until: day });
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
  const items = await seeTotal(`&repository=${some?.repository}&since=${day}T00:00:00.000Z&until=${next}`);
  expect(items.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'More filters (3)' }).waitFor();
  await glance('failures-filters');
  await page.getByRole('button', { name: 'Show all' }).click();
  await seeTotal('');
  await expect.poll(parameters).toEqual({});
});

test('words narrow it; the words of one search are one step back; what fits none says what to do', async () => {
  await open('/failures');
  const search = page.getByRole('searchbox');
  await search.pressSequentially('nobody wrote', { delay: 60 });
  await page.getByText('No failure fits.').waitFor();
  await glance('failures-none');
  await page.goBack();
  await seeTotal('');
  expect(await search.inputValue()).toBe('');
  await page.goForward();
  await page.getByRole('link', { name: 'show all failures' }).click();
  await seeTotal('');
});

test('who comes back from a failure is where they left the list', async () => {
  await open('/failures');
  await rows.first().waitFor();
  await page.mouse.wheel(0, 6_000);
  await expect.poll(() => page.evaluate('window.scrollY')).toBeGreaterThan(5_000);
  const row = page.getByRole('listitem').filter({ visible: true }).nth(10);
  const place = await row.getAttribute('aria-posinset');
  const link = row.getByRole('link').first();
  const title = (await link.textContent()) ?? '';
  await link.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.goBack();
  await page.locator(`[aria-posinset="${place}"]`).getByRole('link', { name: title }).waitFor();
  await expect.poll(() => page.evaluate('window.scrollY')).toBeGreaterThan(4_000);
});

test('ten thousand failures scroll to their end: few of them are in the page, and none is blank', async () => {
  const [pattern] = (await list('')).items;
  const size = 200;
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
  let most = 0;
  const goOn = async () => {
    await page.keyboard.press('End');
    most = Math.max(most, await rows.count());
    return last.count();
  };
  await expect.poll(goOn, { timeout: 50_000 }).toBe(1);
  expect(most).toBeLessThan(60);
  const seen = (await page.evaluate(`[...document.querySelectorAll('article')].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }).map((row) => row.textContent)`)) as string[];
  expect(seen.length).toBeGreaterThan(4);
  for (const text of seen) expect(text).toMatch(/^Made-up failure \d+/u);
  await page.unrouteAll();
});

test('where there is nothing it says why: nothing is connected, the past is being read, or nothing has failed', async () => {
  const nothing = { items: [], total: 0, next: null };
  const status = await demo.ask<object>('GET', '/v1/status');
  await page.route('**/v1/failures?*', (route) => route.fulfill({ json: nothing }));
  await page.route('**/v1/status', (route) => route.fulfill({ json: { ...status, busy: false } }));
  await open('/failures');
  await page.getByText('No failure is known.').waitFor();
  await page.route('**/v1/status', (route) => route.fulfill({ json: { ...status, busy: true } }));
  await open('/failures');
  await page.getByText('The past is being read.').waitFor();
  await page.route('**/v1/connections*', (route) => route.fulfill({ json: nothing }));
  await open('/failures');
  await page.getByText('Nothing is connected yet.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Connect GitHub or PagerDuty' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connect' }).waitFor();
  await page.unrouteAll();
});
