import { createTestFailureDraft } from '@refrain/store/under-test';
import { beforeAll, expect, test } from 'vitest';
import { createRoutes } from './routes.ts';
import { startApiUnderTest } from './testing/api-under-test.ts';
import { fill, maxEventLoopDelayMs, measureEventLoopDelay, prose } from './testing/event-loop-under-test.ts';

const api = await startApiUnderTest();
const routes = createRoutes(api.deps).filter(({ body, upload }) => body !== null || upload !== undefined);

/** The size of a JSON body in bytes, just below the limit of 1 MB. */
const maxBytes = 1_000_000;

beforeAll(async () => {
  const { id } = await api.store.connections.ensure({
    provider: 'pagerduty',
    account: 'acme',
    baseUrl: 'http://127.0.0.1:9',
    scope: null,
    credential: 'unused',
    webhookSecret: null,
  });
  const services = Array.from({ length: 300 }, (_, nth) => `Team ${nth % 20} service ${nth} (prod)`);
  await api.store.failures.upsert(
    id,
    services.map((service, nth) => createTestFailureDraft({ externalId: `P${nth}`, services: [service] })),
  );
});

const json = (value: unknown) => JSON.stringify(value);
/** JSON bodies that are within the size limit but that no route accepts. */
const hostile: readonly string[] = [
  fill('[', maxBytes).slice(0, maxBytes / 2) + fill(']', maxBytes).slice(0, maxBytes / 2),
  `{"text":"${fill('a ', maxBytes)}"}`,
  `{${Array.from({ length: 60_000 }, (_, nth) => `"k${nth}":[]`).join(',')}}`,
  `[${fill('0,', maxBytes)}0]`,
];

const codeOwners = Array.from({ length: 1_900 }, (_, nth) => {
  const teams = Array.from({ length: 60 }, (_, team) => `@a/t${team}`);
  return `/services/service-${nth}/ ${teams.join(' ')}`;
}).join('\n');
const catalogInfo = Array.from(
  { length: 4_000 },
  (_, nth) =>
    `kind: Component\nmetadata:\n  name: team-service-${nth}\nspec:\n  type: service\n  owner: group:team-${nth}\n`,
).join('---\n');
const patterns = Array.from({ length: 1_000 }, (_, nth) => `*acme*/${'a*'.repeat(140)}${nth}`);

/** The largest accepted body of each route that accepts large bodies. */
const largest: Readonly<Record<string, readonly unknown[]>> = {
  search: [{ text: fill(prose, 49_000) }, { text: fill('a1-b2_', 49_000) }],
  checkWording: [{ text: fill(prose, 200_000) }],
  importCatalogueFile: [
    { path: 'CODEOWNERS', text: codeOwners, repository: 'acme/shop' },
    { path: 'CODEOWNERS', text: fill('/a/b @a/c ', 900_000), repository: 'acme/shop' },
    { path: 'catalog-info.yaml', text: catalogInfo.slice(0, 500_000), repository: 'acme/shop' },
    { path: 'catalog-info.yaml', text: fill('- [', 500_000), repository: 'acme/shop' },
    { path: 'catalog-info.yaml', text: `a: ${fill('&a *a ', 400_000)}`, repository: 'acme/shop' },
  ],
  changeScope: [{ repositories: patterns }],
};

test.each(routes.filter(({ body }) => body !== null).map(({ operationId }) => operationId))(
  'the largest bodies of %s do not block the event loop',
  async (operationId) => {
    const route = routes.find((one) => one.operationId === operationId);
    if (route === undefined) throw new Error(`There is no route ${operationId}`);
    const path = route.path.replaceAll(/\{\w+\}/gu, 'nothing');
    const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' };
    for (const body of [...hostile, ...(largest[operationId] ?? []).map(json)]) {
      let status = 0;
      const delay = await measureEventLoopDelay(async () => {
        const response = await fetch(`${api.url}${path}`, { method: route.method.toUpperCase(), headers, body });
        ({ status } = response);
        await response.arrayBuffer();
      });
      expect(delay, `${status} for ${body.slice(0, 80)}`).toBeLessThan(maxEventLoopDelayMs);
      expect(status).toBeLessThan(500);
    }
  },
);

test('the list of the largest bodies in this test contains only existing routes', () => {
  const known = routes.map(({ operationId }) => operationId);
  expect(Object.keys(largest).filter((name) => !known.includes(name))).toEqual([]);
});
