import { loadavg } from 'node:os';
import { createStore } from '@refrain/store';
import { startBackends } from '@refrain/year/simulation';
import { createApiClient } from '../api-client.ts';
import { encryptionKey, startProcess } from '../start-process.ts';
import { storeSampleLists } from '../store-sample-lists.ts';
import { measurePage, waitUntilOverviewIsRendered } from './measure-page.ts';

interface PageLoad {
  readonly failures: number;
  readonly patterns: number;
  readonly loads: number;
  readonly times: number;
}

export async function benchPage({ failures, patterns, ...how }: PageLoad): Promise<object> {
  const backends = await startBackends(process.env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey });
  try {
    await store.migrate();
    await storeSampleLists(store, failures, patterns);
    const api = await startProcess('api', backends);
    try {
      const ask = await createApiClient(api.url, store);
      await waitUntilOverviewIsRendered(ask);
      const before = loadavg();
      const measured = await measurePage({ url: api.url, ask, ...how });
      return { bench: 'page', failures, patterns, ...measured, load: { before: before[0], after: loadavg()[0] } };
    } finally {
      await api.stop();
    }
  } finally {
    await store.close();
    await backends.stop();
  }
}
