import type { FailuresResponse, ServiceProfile, ServicesResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspect, expectTotal, parameters } = await openDemoPage();

async function findBusiestService(): Promise<string> {
  const { items } = await demo.ask<ServicesResponse>('GET', '/v1/services?sort=patterns&limit=1');
  return items[0]?.name ?? '';
}

test('the list of services can be sorted and searched, and the URL restores the view', async () => {
  await open('/services');
  await expectTotal('/v1/services?minEpisodes=1', 'service');
  await inspect('services');
  await page.getByRole('button', { name: 'Patterns', exact: true }).click();
  const first = page.getByRole('table', { name: 'services' }).getByRole('row').nth(1);
  await expect.poll(() => first.textContent()).toContain(await findBusiestService());
  await page.getByRole('searchbox').fill('no such service');
  await page.getByText('No services match these filters.').waitFor();
  await expect.poll(parameters).toEqual({ sort: 'patterns', query: 'no such service' });
});

test('services without an episode in the period are folded behind a line, and a search finds them', async () => {
  const { items } = await demo.ask<ServicesResponse>('GET', '/v1/services?days=30&limit=200');
  const idle = items.filter(({ episodes }) => episodes === 0);
  await open('/services?days=30');
  const line = page.getByText(`${idle.length} services without an episode in the period.`);
  await line.waitFor();
  const first = page.getByRole('link', { name: idle[0]?.name ?? '', exact: true });
  expect(await first.count()).toBe(0);
  await page.getByRole('link', { name: 'Show them' }).click();
  await expect.poll(parameters).toEqual({ days: '30', idle: 'shown' });
  await expectTotal('/v1/services?days=30', 'service');
  await open(`/services?days=30&query=${encodeURIComponent(idle[0]?.name ?? '')}`);
  await first.waitFor();
});

test('the chosen period is kept from the list of services to the page of a service', async () => {
  await open('/services');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Last 90 days');
  await expect.poll(parameters).toEqual({ days: '90' });
  await page.getByRole('columnheader', { name: 'Last 90 days' }).waitFor();
  await page.getByRole('table', { name: 'services' }).getByRole('row').nth(1).getByRole('link').first().click();
  await page.waitForURL(/\/services\/.+days=90/u);
  await page
    .getByText(/in the last 90 days/u)
    .first()
    .waitFor();
});

test('a service leads to its patterns, its failures and its causes', async () => {
  const name = await findBusiestService();
  await open('/services');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const { totalPatterns, patterns } = await demo.ask<ServiceProfile>(
    'GET',
    `/v1/services/profile?name=${encodeURIComponent(name)}`,
  );
  await page.getByRole('heading', { level: 2, name: `${totalPatterns} pattern` }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Newest failures' }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Episodes by cause' }).waitFor();
  await inspect('service');
  await page
    .getByRole('link', { name: patterns[0]?.name ?? '', exact: true })
    .first()
    .click();
  await page.waitForURL(/\/patterns\//u);
});

test('a service lists its failed deployments, and its longest failures without a pattern', async () => {
  const listOf = async (query: string) => (await demo.ask<FailuresResponse>('GET', `/v1/failures?${query}`)).items;
  const places = await listOf('kind=failed_deployment&isFailure=true&limit=200');
  const name = places.flatMap(({ episodeServices }) => episodeServices)[0] ?? '';
  const service = `service=${encodeURIComponent(name)}&since=2000-01-01T00:00:00Z`;
  expect((await listOf(`${service}&kind=failed_deployment`)).length).toBeGreaterThan(0);
  const [newest] = await listOf(`${service}&isFailure=true&limit=1`);
  const [longest] = await listOf(`${service}&unassigned=true&sort=duration&limit=1`);
  await open(`/services/${encodeURIComponent(name)}?since=2000-01-01`);
  const below = (heading: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });
  await below('Newest failures')
    .getByRole('link', { name: newest?.title ?? '', exact: true })
    .first()
    .waitFor();
  const unassigned = below('Longest failures without a pattern');
  if (longest === undefined || longest.durationSeconds === null) expect(await unassigned.count()).toBe(0);
  else await unassigned.getByRole('link', { name: longest.title, exact: true }).waitFor();
});

test('a service that only PagerDuty assigns to a team says so, and its team leads to the services of the team', async () => {
  const { items } = await demo.ask<ServicesResponse>('GET', '/v1/services?team=Courier%20Apps&minEpisodes=1');
  await open(`/services/${encodeURIComponent(items[0]?.name ?? '')}`);
  await page.getByText('from PagerDuty').waitFor();
  await page.getByRole('link', { name: 'Courier Apps', exact: true }).click();
  await expect.poll(parameters).toEqual({ team: 'Courier Apps' });
  await page.getByText(`${items.length} service`).first().waitFor();
});

test('a repository without a known service has a page at a URL with its encoded name', async () => {
  const { items } = await demo.ask<ServicesResponse>('GET', '/v1/services?limit=200');
  const repository = items.find(({ kind }) => kind === 'repository')?.name ?? '';
  await open(`/services/${encodeURIComponent(repository)}`);
  await page.getByRole('heading', { level: 1, name: repository, exact: true }).waitFor();
  await page.getByText('Only failures without a known service are counted.').waitFor();
});

test('the page of a service without episodes, owners and failures says so', async () => {
  await page.route('**/v1/services/profile?*', (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify(unknownFigures) }),
  );
  await open('/services/Quiet');
  await page.getByText('No episodes are recorded.').waitFor();
  await page.getByText('No owner or repository is known.').waitFor();
  await page.getByText('No failures are recorded in the last 12 months.').waitFor();
});

const unknownFigures: ServiceProfile = {
  name: 'Quiet',
  kind: 'service',
  period: { from: '2025-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' },
  episodes: 0,
  impactHours: null,
  episodesBefore: 0,
  direction: 'too_few',
  timeline: Array.from({ length: 12 }, () => 0),
  lastAt: null,
  patterns: [],
  totalPatterns: 0,
  causes: [],
  teams: [],
  teamFiles: [],
  teamProvider: null,
  repositories: [],
  services: [],
  related: [],
  delivery: [],
};

test('a mechanism leads to the patterns of all services with this mechanism', async () => {
  await open('/services');
  await page.getByRole('link', { name: 'By mechanism' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mechanisms' }).waitFor();
  await inspect('mechanisms');
  const mechanism = page.getByRole('rowheader').first();
  const name = (await mechanism.textContent()) ?? '';
  await mechanism.getByRole('link').click();
  await expect.poll(parameters).toEqual({ mechanism: name });
});
