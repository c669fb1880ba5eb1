import { createStore, type Store } from '@refrain/store';
import { startPostgresAndRedis } from '@refrain/year/simulation';
import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { createApiClient } from '../api-client.ts';
import { benchEncryptionKey, startProcess } from '../start-process.ts';
import { storeSampleOrganisation } from '../store-sample-organisation.ts';
import { measurePageInteractions } from './measure-page-interactions.ts';
import { measurePageLoads } from './measure-page-loads.ts';
import { measureScroll } from './measure-scroll.ts';
import { pagePerformanceGoal, waitUntilMapAndSearchAreReady } from './measure-web-page.ts';
import { openMeasuringBrowser } from './open-measuring-browser.ts';
import { readInitialScriptKilobytes, sumGzipSizes } from './read-page-size.ts';

const backends = await startPostgresAndRedis({ DATABASE_URL: inject('databaseUrl'), REDIS_URL: inject('redisUrl') });
afterAll(backends.stop);
const store: Store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey: benchEncryptionKey });
afterAll(store.close);
await store.migrate();
await storeSampleOrganisation(store, 300, 60);
const api = await startProcess('api', backends);
afterAll(api.stop);
const ask = await createApiClient(api.url, store);
await waitUntilMapAndSearchAreReady(ask);
const browser = await openMeasuringBrowser(api.url, (await ask<{ url: string }>('POST', '/v1/sign-in-links')).url);
afterAll(browser.close);

afterEach(() => {
  expect(browser.problems, 'errors in the page').toEqual([]);
  expect([...browser.foreignHosts], 'requests to other hosts').toEqual([]);
});

test('the first load of the overview fetches less script than the goal allows', async () => {
  const initialKb = await readInitialScriptKilobytes();
  expect(initialKb).toBeGreaterThan(50);
  expect(initialKb).toBeLessThan(pagePerformanceGoal.initialKb);
  const { lcpMs, responseMs, scripts } = await measurePageLoads(browser, 1, 1, null);
  expect(lcpMs.median).toBeGreaterThan(0);
  expect(responseMs.median).toBeGreaterThan(0);
  // `scripts` also contains the scripts that draw charts, which load after the overview is visible.
  expect(await sumGzipSizes(scripts)).toBeGreaterThan(initialKb);
});

test('each interaction of the page benchmark completes', async () => {
  const { byName } = await measurePageInteractions(browser, 1, 1);
  expect(Object.values(byName).every(({ median }) => median >= 16)).toBe(true);
});

test('a long list shows no blank frame while it scrolls', async () => {
  const { rows, blankFrames, elements } = await measureScroll(browser, '/failures', 250);
  expect(rows).toBeGreaterThanOrEqual(250);
  expect(blankFrames).toBe(0);
  expect(elements).toBeLessThan(2_000);
});
