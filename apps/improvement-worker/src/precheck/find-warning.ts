import {
  createPrecheckIndex,
  listPrecheckPast,
  type PrecheckChange,
  type PrecheckFinding,
  precheckChange,
} from '@refrain/analysis';
import { dayInMs, minuteInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';

export interface PrecheckQuestion {
  readonly change: PrecheckChange;
  /** At most about this share of all changes is warned of, in (0, 1]. */
  readonly alertRate: number;
}

/** @param signal gives it up: the past is read anew by the next question then */
export type FindWarning = (question: PrecheckQuestion, signal: AbortSignal) => Promise<PrecheckFinding | null>;

type Past = Pick<Store, 'changes' | 'failures' | 'links' | 'observations' | 'patterns'>;

/** To read many years takes half a minute: what a regrouping found since then may wait so long, and what only grew older longer. */
const restMs = 30 * minuteInMs;
const longestMs = dayInMs;

/**
 * Whether a change resembles what failed before, by all that is stored. The past is read at the first question, and again after
 * a regrouping. Heavy: not to be used on an event loop that others wait for.
 * @param now milliseconds since 1970
 */
export function followPast(
  store: Past,
  now: () => number,
): (question: PrecheckQuestion) => Promise<PrecheckFinding | null> {
  let known: {
    readonly version: string | null;
    readonly at: number;
    readonly index: ReturnType<typeof createPrecheckIndex>;
  } | null = null;

  async function follow(): Promise<ReturnType<typeof createPrecheckIndex>> {
    const version = await store.patterns.inputVersion();
    const age = known === null ? Number.POSITIVE_INFINITY : now() - known.at;
    if (known === null || age > longestMs || (known.version !== version && age > restMs)) {
      const at = now();
      known = { version, at, index: createPrecheckIndex(await readPast(store, at)) };
    }
    return known.index;
  }
  return async ({ change, alertRate }) => precheckChange(await follow(), change, { alertRate });
}

async function readPast(store: Past, at: number) {
  const asOf = new Date(at).toISOString();
  return listPrecheckPast({
    asOf,
    changes: await store.changes.listAll(),
    failures: await store.failures.listAll(),
    links: await store.links.listAll(),
    members: await store.patterns.listAllMembers(),
    episodes: await store.observations.listEpisodes({ from: new Date(0).toISOString(), until: asOf }),
  });
}
