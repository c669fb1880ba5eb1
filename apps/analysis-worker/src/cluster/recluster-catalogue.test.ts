import { expect, test } from 'vitest';
import { startReclusteringUnderTest } from './recluster-under-test.ts';

const { store, given, recluster } = await startReclusteringUnderTest();

test('linking uses confirmed catalogue entries and ignores suggested ones', async () => {
  const place = { path: null, environment: null };
  await store.catalogue.add({ service: 'Albatross', repository: 'acme/kestrel', ...place });
  await store.catalogue.ensureMany(
    [{ service: 'Cart', repository: 'acme/cart', ...place, origin: 'suggestion', score: 0.9, evidence: [] }],
    'suggestion',
  );
  await recluster();
  expect(given[0]?.catalogue).toMatchObject([
    { service: 'Albatross', repository: 'acme/kestrel', status: 'confirmed' },
  ]);
  expect(await store.patterns.findClusteredVersion()).toBe(await store.patterns.readInputVersion());
});
