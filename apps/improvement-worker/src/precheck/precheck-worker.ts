import { workerData } from 'node:worker_threads';
import { createStore } from '@refrain/store';
import { followPast } from './find-warning.ts';
import type { PrecheckWorkerData } from './open-precheck.ts';

// What the pool loads in its one thread, which holds the past for as long as it lives.
const { databaseUrl, encryptionKey } = workerData as PrecheckWorkerData;
const store = createStore({
  ...{ databaseUrl, encryptionKey: Buffer.from(encryptionKey) },
  ...{ poolSize: 1, parallelWorkers: 0, applicationName: 'refrain-precheck' },
});

export const find = followPast(store, Date.now);
