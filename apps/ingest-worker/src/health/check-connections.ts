import type { JobHandler } from '@refrain/jobs';
import { findMaxCheckPauseMs } from '../completeness/plan-check.ts';
import type { IngestDeps } from '../worker/deps.ts';

/** Each round checks at least this many streams, so that a backlog of postponed checks shrinks. */
const fewestChecks = 60;

export interface CheckConnectionsDeps extends IngestDeps {
  readonly connectionCheckEveryMs: number;
  readonly completenessCheckEveryMs: number;
}

/** Returns `[repository]` for a commit stream, else `[]`: catalogue files are read as often as commits are checked. */
function repositoryOf({ connectionId, stream }: { readonly connectionId: string; readonly stream: string }) {
  const [, repository] = /^commits:(.+)$/u.exec(stream) ?? [];
  return repository === undefined ? [] : [{ connectionId, repository }];
}

/** Creates the job that enqueues the checks of all connections, and the completeness checks that are due. */
export function createCheckConnectionsHandler(deps: CheckConnectionsDeps): JobHandler<'check-connections'> {
  const { store, producer, providers, now, connectionCheckEveryMs, completenessCheckEveryMs } = deps;
  return async () => {
    const connections = await store.connections.list();
    await producer.enqueueMany(
      'check-connection',
      connections
        .filter(({ provider }) => providers.get(provider).account !== undefined)
        .map(({ id }) => ({ connectionId: id })),
    );
    const wanted = Math.ceil(
      ((await store.completeness.countStreams()) * connectionCheckEveryMs) / completenessCheckEveryMs,
    );
    const due = await store.completeness.listDueStreams(
      new Date(now()).toISOString(),
      Math.max(fewestChecks, wanted),
      findMaxCheckPauseMs(completenessCheckEveryMs),
    );
    await producer.enqueueMany('check-completeness', due);
    await producer.enqueueMany('read-catalogue', due.flatMap(repositoryOf));
  };
}
