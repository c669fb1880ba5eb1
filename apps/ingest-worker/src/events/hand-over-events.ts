import type { IngestDeps } from '../worker/deps.ts';
import { createCheckPulls } from './check-pulls.ts';
import type { EventHandler } from './event-handler.ts';
import { createLearnNames } from './learn-names.ts';
import { createSyncIssues } from './sync-issues.ts';
import { createSyncStreams } from './sync-streams.ts';

/** Runs all event handlers. They must finish before the rows are applied, because an applied row is never read again. */
export function createHandOverEvents(deps: IngestDeps): EventHandler {
  const handlers = [createLearnNames(deps), createCheckPulls(deps), createSyncStreams(deps), createSyncIssues(deps)];
  return async (connection, rows) => {
    for (const handle of handlers) await handle(connection, rows);
  };
}
