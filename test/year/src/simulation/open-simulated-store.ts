import { createStore, type Store } from '@refrain/store';
import type { SimulatedTime } from './simulated-time.ts';

/** 32 bytes: what is stored in a run is read in that run alone. */
const encryptionKey = Buffer.alloc(32, 7);

/** A store of its own. Who waits for the lock of an improvement lets the time go by for who holds it. */
export function openSimulatedStore(databaseUrl: string, time: SimulatedTime): Store {
  const store = createStore({ databaseUrl, encryptionKey });
  const withLock: Store['improvements']['withLock'] = (id, work) =>
    time.idle(() => store.improvements.withLock(id, (assertLockHeld) => time.work(() => work(assertLockHeld))));
  return { ...store, improvements: { ...store.improvements, withLock } };
}
