import type { IngestDeps } from '../worker/deps.ts';
import type { EventHandler } from './event-handler.ts';

export function createIssueEventHandler({ store, producer, providers }: IngestDeps): EventHandler {
  return async (_connection, rows) => {
    for (const { repository, number } of rows.flatMap((row) => providers.listStaleIssues(row.provider, row))) {
      const improvement = await store.improvements.findByIssue(repository, number);
      if (improvement !== null) await producer.enqueue('sync-issue', { improvementId: improvement.id });
    }
  };
}
