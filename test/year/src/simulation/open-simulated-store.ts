import { createStore, type Store } from '@refrain/store';
import type { SimulatedTime } from './simulated-time.ts';

/** Encryption key of 32 bytes. A fixed key is safe here, because only this run reads the records. */
const encryptionKey = Buffer.alloc(32, 7);

/**
 * Opens a store for simulated time. While a job waits for the lock of an improvement, simulated time passes, so that the job with the lock
 * can finish.
 */
export function openSimulatedStore(databaseUrl: string, time: SimulatedTime): Store {
  const store = createStore({ databaseUrl, encryptionKey });
  const withLock: Store['improvements']['withLock'] = (id, work) =>
    time.idle(() => store.improvements.withLock(id, (assertLockHeld) => time.work(() => work(assertLockHeld))));
  return { ...store, improvements: { ...store.improvements, withLock } };
}
