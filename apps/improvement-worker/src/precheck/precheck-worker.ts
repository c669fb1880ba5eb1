import { workerData } from 'node:worker_threads';
import { createStore } from '@refrain/store';
import { createWarningSearch } from './find-warning.ts';
import type { PrecheckWorkerData } from './open-precheck-thread.ts';

const { databaseUrl, encryptionKey } = workerData as PrecheckWorkerData;
const store = createStore({
  databaseUrl,
  encryptionKey: Buffer.from(encryptionKey),
  poolSize: 1,
  parallelWorkers: 0,
  applicationName: 'refrain-precheck',
});

export const findWarning = createWarningSearch(store, Date.now);
