import { createStore } from '@refrain/store';
import { createScratchDatabase } from '@refrain/store/testing';
import { connectCompany } from '../company/connected-company.ts';
import type { ArchiveImport } from '../faults/archive-import.ts';
import { allProcessRoles, startRefrainSystem } from '../system/refrain-system.ts';
import { type ChaosEnvironment, chaosEncryptionKey } from './chaos-environment.ts';
import { type ChaosOutcome, readChaosOutcome } from './read-chaos-outcome.ts';
import { slowPollingEnv, waitUntilIdle } from './wait-until-idle.ts';

interface UndisturbedOptions extends Pick<ChaosEnvironment, 'company' | 'machine' | 'env'> {
  readonly archive: ArchiveImport;
  readonly timeoutMs: number;
}

/** Ingests the accounts of the chaos run from the beginning into a new database, without faults. */
export async function ingestWithoutFaults({
  company,
  machine,
  env,
  ...options
}: UndisturbedOptions): Promise<ChaosOutcome> {
  const { databaseUrl, drop } = await createScratchDatabase(machine.postgres.url);
  const system = await startRefrainSystem({
    roles: allProcessRoles,
    databaseUrl,
    redisUrl: machine.redis.url,
    encryptionKey: chaosEncryptionKey,
    logFolder: machine.folder,
    env: { ...env, ...slowPollingEnv },
  });
  const store = createStore({
    databaseUrl,
    encryptionKey: chaosEncryptionKey,
    poolSize: 2,
    applicationName: 'refrain-chaos',
  });
  try {
    await connectCompany(company, system);
    await options.archive.importInto(system);
    await waitUntilIdle(system, store, options.timeoutMs);
    return await readChaosOutcome(store);
  } finally {
    await store.close();
    await system.stop();
    await drop();
  }
}
