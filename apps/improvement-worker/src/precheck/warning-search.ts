import {
  type CheckedChange,
  createPrecheckIndex,
  listPrecheckHistory,
  type PrecheckFinding,
  precheckChange,
} from '@refrain/analysis';
import { dayInMs, minuteInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';

export interface PrecheckRequest {
  readonly change: CheckedChange;
  /** Maximum share of all changes that get a warning, in (0, 1]. */
  readonly alertRate: number;
}

/** Searches past failures. Aborting a search ends the thread, so that the next search must read the history again. */
export type WarningSearch = (question: PrecheckRequest, signal: AbortSignal) => Promise<PrecheckFinding | null>;

/** After a new clustering, a history that is younger than this is not read again, because reading takes up to half a minute. */
const refreshMs = 30 * minuteInMs;
/** Age from which the history is read again even without a new clustering. */
const maxMs = dayInMs;

type PrecheckIndex = ReturnType<typeof createPrecheckIndex>;

/** Creates a search for past failures that a change resembles. It blocks the event loop, so it must run in a thread. */
export function createWarningSearch(
  store: Store,
  now: () => number,
): (question: PrecheckRequest) => Promise<PrecheckFinding | null> {
  let known: { readonly version: string | null; readonly at: number; readonly index: PrecheckIndex } | null = null;

  async function readIndex(): Promise<PrecheckIndex> {
    const version = await store.patterns.findClusteredVersion();
    const age = known === null ? Number.POSITIVE_INFINITY : now() - known.at;
    if (known === null || age > maxMs || (known.version !== version && age > refreshMs)) {
      const at = now();
      known = { version, at, index: createPrecheckIndex(await readHistory(store, at)) };
    }
    return known.index;
  }
  return async ({ change, alertRate }) => precheckChange(await readIndex(), change, { alertRate });
}

async function readHistory(store: Store, at: number) {
  const asOf = new Date(at).toISOString();
  return listPrecheckHistory({
    asOf,
    changes: await store.changes.listAll(),
    failures: await store.failures.listAll(),
    links: await store.changes.listAllLinks(),
    members: await store.patterns.listAllMembers(),
    episodes: await store.reports.listEpisodes({ from: new Date(0).toISOString(), until: asOf }),
  });
}
