import type { Handler } from '@refrain/jobs';
import { longestPauseMs } from '../completeness/plan-check.ts';
import type { IngestDeps } from '../worker/deps.ts';

/** Streams that are compared in one round at least: what was put off has room. */
const fewestAudits = 60;

export interface WatchConnectionsDeps extends IngestDeps {
  /** Milliseconds between two rounds. */
  readonly watchEveryMs: number;
  /** Milliseconds between two comparisons of a stream: all have their turn within it. */
  readonly compareEveryMs: number;
}

/** As often as a repository's commits are compared, its own word on its services is read again. */
function repositoryOf({ connectionId, stream }: { readonly connectionId: string; readonly stream: string }) {
  const [, repository] = /^commits:(.+)$/u.exec(stream) ?? [];
  return repository === undefined ? [] : [{ connectionId, repository }];
}

/** Has every connection looked after, and the books compared that are due. */
export function createWatchConnections(deps: WatchConnectionsDeps): Handler<'watch-connections'> {
  const { store, producer, now, watchEveryMs, compareEveryMs } = deps;
  return async () => {
    const connections = await store.connections.list();
    await producer.enqueueMany(
      'watch-connection',
      connections.filter(({ provider }) => provider !== 'archive').map(({ id }) => ({ connectionId: id })),
    );
    const wanted = Math.ceil(((await store.audits.countStreams()) * watchEveryMs) / compareEveryMs);
    const due = await store.audits.listDue(
      new Date(now()).toISOString(),
      Math.max(fewestAudits, wanted),
      longestPauseMs(compareEveryMs),
    );
    await producer.enqueueMany('audit-stream', due);
    await producer.enqueueMany('read-catalogue', due.flatMap(repositoryOf));
  };
}
