import type { JobHandler } from '@refrain/jobs';
import { listCatalogueJobs } from '../catalogue/list-catalogue-jobs.ts';
import { findMaxCheckPauseMs } from '../completeness/plan-check.ts';
import type { IngestConfig } from '../config.ts';
import type { IngestDeps } from '../worker/deps.ts';

/** Each round checks at least this many streams, so that a backlog of postponed checks shrinks. */
const fewestChecks = 60;

type CheckConnectionsDeps = IngestDeps & Pick<IngestConfig, 'connectionCheckEveryMs' | 'completenessCheckEveryMs'>;

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
    // The catalogue files of a repository are read as often as its commits are checked.
    await producer.enqueueMany('read-catalogue', listCatalogueJobs(due));
  };
}
