import { createStore } from '@refrain/store';
import { createScratchDatabase } from '@refrain/store/testing';
import { connectCompany } from '../company/connected.ts';
import type { EmulatedCompany } from '../company/emulated-company.ts';
import type { Archive } from '../faults/archive.ts';
import type { Machine } from '../system/machine.ts';
import { allRoles, type SystemOptions, startSystem } from '../system/system.ts';
import { type Outcome, readOutcome } from './read-outcome.ts';
import { calmly, settle } from './settle.ts';

export interface UndisturbedOptions extends Pick<SystemOptions, 'encryptionKey' | 'env'> {
  readonly company: EmulatedCompany;
  readonly machine: Machine;
  readonly archive: Archive;
  readonly patienceMs: number;
}

/** Another Refrain with a database of its own takes in the same accounts from their beginning, and nothing goes wrong. */
export async function runUndisturbed(options: UndisturbedOptions): Promise<Outcome> {
  const { company, machine, archive, patienceMs, encryptionKey, env } = options;
  const { databaseUrl, drop } = await createScratchDatabase(machine.postgres.url);
  const urls = { databaseUrl, redisUrl: machine.redis.url };
  const system = await startSystem({
    roles: allRoles,
    ...urls,
    encryptionKey,
    logFolder: machine.folder,
    env: { ...env, ...calmly },
  });
  const store = createStore({ databaseUrl, encryptionKey, poolSize: 2, applicationName: 'refrain-chaos' });
  try {
    await connectCompany(company, system);
    await archive.importInto(system);
    await settle(system, patienceMs);
    return await readOutcome(store);
  } finally {
    await store.close();
    await system.stop();
    await drop();
  }
}
