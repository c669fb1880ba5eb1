import { matchesAnyPattern, type ProviderEntry } from '@refrain/connectors';
import { type Connection, dayInMs } from '@refrain/domain';
import type { JobPayload } from '@refrain/jobs';
import type { InboxRow } from '@refrain/store';
import type { IngestDeps } from '../worker/deps.ts';

/** Handles the webhook events among the inbox rows of a connection, and ignores pulled records. May run twice on the same rows. */
type EventHandler = (connection: Connection, rows: readonly InboxRow[]) => Promise<void>;

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

type CheckSupport = NonNullable<ProviderEntry['checks']>;

/** Enqueues the checks of open pull requests that changed, and of those whose check somebody dismissed or requested again. */
function createPullRequestEventHandler({ store, producer, providers, now }: IngestDeps): EventHandler {
  const { improvements, outbox } = store;

  /**
   * Stores the changed pull requests first, so that the reconciler can enqueue their checks again if Redis loses the jobs.
   */
  async function recordChanged(changed: readonly JobPayload<'check-pull'>[]): Promise<JobPayload<'check-pull'>[]> {
    const isWanted = changed.length > 0 && (await improvements.findPolicy()).policy.checkPulls;
    const pulls = isWanted ? [...changed] : [];
    await outbox.markPullRequestsDue(pulls);
    return pulls;
  }

  async function recordAnswers(
    checks: CheckSupport,
    connectionId: string,
    row: InboxRow,
  ): Promise<JobPayload<'check-pull'>[]> {
    const unhelpful = checks.findUnhelpfulCheck(row);
    const dismissed = unhelpful && (await outbox.dismissCheck(connectionId, unhelpful.id, unhelpful.checkRunId));
    const again = checks.findRerequest(row);
    const requested = again === null ? [] : await outbox.rerequestChecks(connectionId, again);
    return dismissed === null ? requested : [dismissed, ...requested];
  }

  return async ({ id, provider, scope }, rows) => {
    const { checks } = providers.get(provider);
    if (checks === undefined) return;
    // Events that are older than a day are ignored, for example those of a replay.
    const recent = rows.filter(({ receivedAt }) => now() - Date.parse(receivedAt) < dayInMs);
    const changed = recent
      .flatMap((row) => checks.findChangedPull(row) ?? [])
      .filter(({ repository }) => matchesAnyPattern(scope.repositories, repository));
    const pulls = await recordChanged(changed.map((pull) => ({ connectionId: id, ...pull })));
    for (const row of recent) pulls.push(...(await recordAnswers(checks, id, row)));
    await producer.enqueueMany('check-pull', pulls);
  };
}
