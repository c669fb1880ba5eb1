import { type PipelineInput, runPipeline } from '@refrain/analysis';
import { createStore } from '@refrain/store';
import { createScratchDatabase } from '@refrain/store/testing';
import { afterAll, expect, inject, test } from 'vitest';
import { createRecluster } from './recluster.ts';

const scratch = await createScratchDatabase(inject('databaseUrl'));
const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: Buffer.alloc(32, 7) });
await store.migrate();
afterAll(async () => {
  await store.close();
  await scratch.drop();
});

test('what people decided on services and repositories reaches the linking, what is only suggested does not', async () => {
  const given: PipelineInput[] = [];
  const nobody = () => Promise.reject(new Error('not asked for'));
  const recluster = createRecluster({
    store,
    producer: {
      enqueue: async () => {},
      enqueueMany: nobody,
      schedule: nobody,
      counts: nobody,
      ping: nobody,
      close: nobody,
    },
    runPipeline: async (input) => {
      given.push(input);
      return runPipeline(input);
    },
  });
  const place = { path: null, environment: null };
  await store.catalogue.add({ service: 'Albatross', repository: 'acme/kestrel', ...place });
  await store.catalogue.ensureMany(
    [{ service: 'Cart', repository: 'acme/cart', ...place, origin: 'suggestion', score: 0.9, evidence: [] }],
    'suggestion',
  );
  await recluster({}, new AbortController().signal);
  expect(given[0]?.catalogue).toMatchObject([
    { service: 'Albatross', repository: 'acme/kestrel', status: 'confirmed' },
  ]);
  expect(await store.patterns.inputVersion()).toBe(await store.patterns.currentInputVersion());
});
