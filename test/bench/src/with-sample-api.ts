import { createStore, type Store } from '@refrain/store';
import { type Backends, startBackends } from '@refrain/year/simulation';
import { encryptionKey, type StartedProcess, startProcess } from './start-process.ts';
import { storeSampleLists } from './store-sample-lists.ts';

interface SampleApi {
  readonly api: StartedProcess;
  readonly store: Store;
  readonly backends: Backends;
}

/** Runs `measure` with a built API whose database has an organisation of the given size. */
export async function withSampleApi<Result>(
  failures: number,
  patterns: number,
  measure: (sample: SampleApi) => Promise<Result>,
): Promise<Result> {
  const backends = await startBackends(process.env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey });
  try {
    await store.migrate();
    await storeSampleLists(store, failures, patterns);
    const api = await startProcess('api', backends);
    try {
      return await measure({ api, store, backends });
    } finally {
      await api.stop();
    }
  } finally {
    await store.close();
    await backends.stop();
  }
}
