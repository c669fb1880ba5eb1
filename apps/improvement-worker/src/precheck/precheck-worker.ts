import { workerData } from 'node:worker_threads';
import { createStore } from '@refrain/store';
import type { PrecheckWorkerOptions } from './open-precheck-thread.ts';
import { createWarningSearch } from './warning-search.ts';

const { databaseUrl, encryptionKey } = workerData as PrecheckWorkerOptions;
const store = createStore({
  databaseUrl,
  encryptionKey: Buffer.from(encryptionKey),
  poolSize: 1,
  parallelWorkers: 0,
  applicationName: 'refrain-precheck',
});

export const findWarning = createWarningSearch(store, Date.now);
