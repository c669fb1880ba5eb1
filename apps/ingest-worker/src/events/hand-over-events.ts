import type { IngestDeps } from '../worker/deps.ts';
import { createPullRequestEventHandler } from './check-pulls.ts';
import type { EventHandler } from './event-handler.ts';

/** Runs all event handlers. They must finish before the rows are applied, because an applied row is never read again. */
export function createCombinedEventHandler(deps: IngestDeps): EventHandler {
  const handlers = [
    createNameEventHandler(deps),
    createPullRequestEventHandler(deps),
    createStreamEventHandler(deps),
    createIssueEventHandler(deps),
  ];
  return async (connection, rows) => {
    for (const handle of handlers) await handle(connection, rows);
  };
}

function createNameEventHandler({ store, providers }: Pick<IngestDeps, 'store' | 'providers'>): EventHandler {
  return async ({ id }, rows) => {
    const named = rows.map((row) => providers.findMember(row.provider, row)).filter((member) => member !== null);
    await store.connections.learnScopeNames(id, named);
  };
}

/** Marks the streams of the changed objects as stale and enqueues their sync, because an event holds only part of what changed. */
function createStreamEventHandler({ store, producer, providers }: IngestDeps): EventHandler {
  return async ({ id: connectionId }, rows) => {
    const stale = [...new Set(rows.flatMap((row) => providers.listStaleStreams(row.provider, row)))];
    if (stale.length > 0) await store.connections.markStreamsStale(connectionId, stale);
    await producer.enqueueMany(
      'sync-stream',
      stale.map((stream) => ({ connectionId, stream })),
    );
  };
}

function createIssueEventHandler({ store, producer, providers }: IngestDeps): EventHandler {
  return async (_connection, rows) => {
    for (const { repository, number } of rows.flatMap((row) => providers.listStaleIssues(row.provider, row))) {
      const improvement = await store.improvements.findByIssue(repository, number);
      if (improvement !== null) await producer.enqueue('sync-issue', { improvementId: improvement.id });
    }
  };
}
