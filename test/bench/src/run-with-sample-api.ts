import { createStore, type Store } from '@refrain/store';
import { type PostgresAndRedis, startPostgresAndRedis } from '@refrain/year/simulation';
import { benchEncryptionKey, type StartedProcess, startProcess } from './start-process.ts';
import { storeSampleOrganisation } from './store-sample-organisation.ts';

interface SampleApi {
  readonly api: StartedProcess;
  readonly store: Store;
  readonly backends: PostgresAndRedis;
}

/** Runs `measure` with a built API whose database has an organisation of the given size. */
export async function runWithSampleApi<Result>(
  failures: number,
  patterns: number,
  measure: (sample: SampleApi) => Promise<Result>,
): Promise<Result> {
  const backends = await startPostgresAndRedis(process.env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey: benchEncryptionKey });
  try {
    await store.migrate();
    await storeSampleOrganisation(store, failures, patterns);
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
