import type { IngestDeps } from '../worker/deps.ts';
import { createPullEventHandler } from './check-pulls.ts';
import type { EventHandler } from './event-handler.ts';
import { createNameEventHandler } from './learn-names.ts';
import { createIssueEventHandler } from './sync-issues.ts';
import { createStreamEventHandler } from './sync-streams.ts';

/** Runs all event handlers. They must finish before the rows are applied, because an applied row is never read again. */
export function createCombinedEventHandler(deps: IngestDeps): EventHandler {
  const handlers = [
    createNameEventHandler(deps),
    createPullEventHandler(deps),
    createStreamEventHandler(deps),
    createIssueEventHandler(deps),
  ];
  return async (connection, rows) => {
    for (const handle of handlers) await handle(connection, rows);
  };
}
