import type { FailuresResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openFailureListPage } from './failure-list.ts';

const { demo, page, open, inspect, list, expectFailures, parameters } = await openFailureListPage();
const rows = page.getByRole('table', { name: 'failures' }).locator('tbody').getByRole('row');

async function choose(facet: string, option: string) {
  await page.getByRole('combobox', { name: facet, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('failures are listed newest first, each with its pattern', async () => {
  await open('/failures');
  const isNewestFirst = async () => {
    const [first] = await expectFailures('');
    return (await rows.first().getByRole('link').first().textContent()) === first?.title;
  };
  await expect.poll(isNewestFirst, { timeout: 60_000 }).toBe(true);
  await inspect('failures');
  await open('/failures?grouped=in');
  const showsNewest = async () => {
    const [newest] = (await list('&unassigned=false')).items;
    const pattern = await demo.ask<{ name: string }>('GET', `/v1/patterns/${newest?.patternId}`);
    const names = [newest?.title ?? '', pattern.name];
    const links = names.map((name) => rows.first().getByRole('link', { name, exact: true }).count());
    // A pattern may have the same name as its newest failure. In that case two links have the same name.
    const wanted = names[0] === names[1] ? 2 : 1;
    return (await Promise.all(links)).every((count) => count === wanted);
  };
  await expect.poll(showsNewest, { timeout: 45_000 }).toBe(true);
});

test('the list shows the whole kind of a failed deployment, and its service or else its repository', async () => {
  await open('/failures?kind=failed_deployment');
  const [newest] = (await list('&kind=failed_deployment')).items;
  if (newest === undefined) throw new Error('The demo has no failed deployment');
  const { services, episodeServices, repository } = newest;
  const [service = repository ?? ''] = [...services, ...episodeServices];
  await rows.first().getByRole('link', { name: service }).waitFor();
  const kind = rows.first().getByText('Failed deployment', { exact: true }).last();
  expect(await kind.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('the filters of failures are in the URL, survive a reload and are undone one by one by the back button', async () => {
  await open('/failures');
  await choose('Kind', 'failed deployment');
  await expectFailures('&kind=failed_deployment');
  await choose('Pattern', 'in no pattern');
  await expectFailures('&kind=failed_deployment&unassigned=true');
  await page.getByRole('columnheader', { name: 'Started' }).getByRole('button').click();
  await expect
    .poll(parameters)
    .toEqual({ kind: 'failed_deployment', grouped: 'none', sort: 'occurredAt', order: 'asc' });
  await page.reload();
  const [oldest] = await expectFailures('&kind=failed_deployment&unassigned=true&order=asc');
  await rows
    .first()
    .getByRole('link', { name: oldest?.title ?? '', exact: true })
    .waitFor();
  await page.goBack();
  await page.goBack();
  await expect.poll(parameters).toEqual({ kind: 'failed_deployment' });
  await expectFailures('&kind=failed_deployment');
  await page.goBack();
  await expectFailures('');
});

test('failures can be sorted by duration', async () => {
  await open('/failures?kind=incident');
  await page.getByRole('columnheader', { name: 'Duration' }).getByRole('button').click();
  await expect.poll(parameters).toEqual({ kind: 'incident', sort: 'duration' });
  const [longest] = await expectFailures('&kind=incident&sort=duration');
  await rows
    .first()
    .getByRole('link', { name: longest?.title ?? '', exact: true })
    .waitFor();
});

test('a search lists failures with the word in the title first, highlights it, and quotes the text of the others', async () => {
  await open('/failures?query=disk&days=all');
  await page.getByText('Most relevant first').waitFor();
  const { items } = await demo.ask<FailuresResponse>('GET', '/v1/failures?query=disk&isFailure=true&limit=200');
  const isTitled = items.map(({ title }) => /disk/iu.test(title));
  expect(isTitled.slice(isTitled.indexOf(false))).not.toContain(true);
  expect(items.filter(({ excerpt }) => excerpt === null)).toEqual(items.filter(({ title }) => /disk/iu.test(title)));
  await expect.poll(() => rows.first().locator('mark').first().textContent()).toMatch(/^disk$/iu);
  await inspect('failures-search');
  await page.getByRole('columnheader', { name: 'Started' }).getByRole('button').click();
  await expect.poll(parameters).toEqual({ query: 'disk', days: 'all', sort: 'occurredAt' });
  await page.getByText('Most relevant first').waitFor({ state: 'detached' });
});
