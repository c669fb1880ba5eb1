import { elapsedMs } from '@refrain/domain';
import type { JobHandler, JobName, JobPayload } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';
import type { Gate } from './gates.ts';
import { createDatabaseStateFactory, type ReconcilerDatabaseState } from './reconciler-database-state.ts';
import { listReconciliations, type PendingWork } from './reconciliations.ts';

/** Creates the job that enqueues all pending work again. It reads only PostgreSQL, so it finds whatever Redis has lost. */
export function createReconcileHandler(deps: IngestDeps): JobHandler<'reconcile'> {
  const { store, producer, now } = deps;
  const startSnapshot = createDatabaseStateFactory(store, now);
  const works = listReconciliations(deps).map((work) => ({ work, isDue: createRepeatLimit(now) }));

  async function enqueueFound<Name extends JobName>(
    { job, find, every, gates = [] }: PendingWork<Name>,
    isDue: RepeatLimit,
    snapshot: ReconcilerDatabaseState,
  ): Promise<void> {
    const found = await find(snapshot);
    await producer.enqueueMany(job, every === undefined ? found : isDue(found, every));
    for (const gate of gates) await gate.onFound?.(snapshot, found.length);
  }

  return async () => {
    const snapshot = startSnapshot();
    const areOpen = createGatekeeper(snapshot);
    for (const { work, isDue } of works) {
      if (!(await areOpen(work.gates ?? []))) continue;
      if ('run' in work) await work.run();
      else await enqueueFound<JobName>(work, isDue, snapshot);
    }
  };
}

/** Returns a function that checks whether all given gates are open. Each gate is evaluated once. */
function createGatekeeper(snapshot: ReconcilerDatabaseState): (gates: readonly Gate[]) => Promise<boolean> {
  const known = new Map<Gate, boolean>();
  return async (gates) => {
    for (const gate of gates) {
      const isOpen = known.get(gate) ?? (await gate.isOpen(snapshot));
      known.set(gate, isOpen);
      if (!isOpen) return false;
    }
    return true;
  };
}

type RepeatLimit = <Payload extends JobPayload<JobName>>(found: readonly Payload[], every: number) => Payload[];

/** Returns a filter that omits each payload that it already let through within the last `every` milliseconds. */
function createRepeatLimit(now: () => number): RepeatLimit {
  const enqueuedAt = new Map<string, number>();
  return (found, every) => {
    for (const [key, at] of enqueuedAt) if (elapsedMs(at, now()) >= every) enqueuedAt.delete(key);
    const due = found.filter((payload) => !enqueuedAt.has(JSON.stringify(payload)));
    for (const payload of due) enqueuedAt.set(JSON.stringify(payload), now());
    return due;
  };
}
