import { DigestPeriod, DigestScope, maxRateLimitResetMs, minuteInMs, secondInMs } from '@refrain/domain';
import { z } from 'zod';

export type QueueName = 'ingest' | 'analysis' | 'improvement' | 'notes' | 'precheck';

interface JobDefinition<Payload extends z.ZodType> {
  readonly queue: QueueName;
  readonly payload: Payload;
  /**
   * Number of failed runs before the job becomes a dead letter. If the work is still pending, the reconciler enqueues
   * the job again.
   */
  readonly attempts: number;
  /**
   * Milliseconds before the second run. Each further run doubles this delay. A provider's retry time takes precedence.
   */
  readonly backoffMs: number;
  /** Returns the deduplication key. At most one job per key waits, even while a job with the same key runs. */
  dedupe(payload: z.output<Payload>): string;
  /** Milliseconds before the job runs. Jobs with the same key that are enqueued in the meantime are merged into it. */
  readonly debounceMs?: number;
  /** Whether jobs without this flag run before this job, so that stored records are parsed before more are imported. */
  readonly yields?: true;
}

function define<const Queue extends QueueName, Payload extends z.ZodType>(
  definition: JobDefinition<Payload> & { readonly queue: Queue },
): JobDefinition<Payload> & { readonly queue: Queue } {
  return definition;
}

const id = z.string().min(1).max(200);
const nothing = z.strictObject({});
const withoutPayload = { payload: nothing, dedupe: () => '' };
const StreamPayload = z.strictObject({ connectionId: id, stream: z.string().min(1).max(500) });
const ofStream = {
  payload: StreamPayload,
  dedupe: ({ connectionId, stream }: z.output<typeof StreamPayload>) => `${connectionId}/${stream}`,
};
const RepositoryPayload = z.strictObject({ connectionId: id, repository: z.string().min(1).max(300) });
const ofRepository = {
  payload: RepositoryPayload,
  dedupe: ({ connectionId, repository }: z.output<typeof RepositoryPayload>) => `${connectionId}/${repository}`,
};
const ImprovementPayload = z.strictObject({ improvementId: id });
const ofImprovement = {
  payload: ImprovementPayload,
  dedupe: ({ improvementId }: z.output<typeof ImprovementPayload>) => improvementId,
};
const PatternsPayload = z.strictObject({ patternIds: z.array(id).min(1).max(500) });
const ofPatterns = {
  payload: PatternsPayload,
  dedupe: ({ patternIds }: z.output<typeof PatternsPayload>) => patternIds.join(','),
};

/** All jobs. Payloads contain ids and names, never texts or secrets. */
export const jobCatalogue = {
  /** Reads batches of records of a stream until its time slice is over, then enqueues itself again. */
  'pull-stream': define({
    queue: 'ingest',
    ...ofStream,
    attempts: 6,
    backoffMs: 2 * secondInMs,
    yields: true,
  }),
  /** Parses stored payloads into failures and changes. */
  'parse-records': define({
    queue: 'ingest',
    payload: z.strictObject({ connectionId: id, inboxIds: z.array(id).min(1).max(500) }),
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: ({ connectionId, inboxIds }) => `${connectionId}/${inboxIds.join(',')}`,
  }),
  /** Detects reverts and rollbacks in a repository. */
  'detect-failures': define({
    queue: 'ingest',
    ...ofRepository,
    attempts: 6,
    backoffMs: secondInMs,
    debounceMs: secondInMs,
  }),
  /** Enqueues pending work whose jobs Redis has lost. */
  reconcile: define({ queue: 'ingest', ...withoutPayload, attempts: 1, backoffMs: secondInMs }),
  'sync-connections': define({ queue: 'ingest', ...withoutPayload, attempts: 1, backoffMs: secondInMs }),
  /** Syncs one stream after a webhook announced a change in it. */
  'sync-stream': define({
    queue: 'ingest',
    ...ofStream,
    attempts: 3,
    backoffMs: 5 * secondInMs,
    debounceMs: 10 * secondInMs,
  }),
  /** Enqueues a connection check for each connection, and the completeness checks that are due. */
  'check-connections': define({
    queue: 'ingest',
    ...withoutPayload,
    attempts: 1,
    backoffMs: secondInMs,
  }),
  /** Checks the permissions, the scope and the webhooks of a connection. */
  'check-connection': define({
    queue: 'ingest',
    payload: z.strictObject({ connectionId: id }),
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: ({ connectionId }) => connectionId,
  }),
  /** Compares the stored records of one stream with the records that the provider lists. */
  'check-completeness': define({
    queue: 'ingest',
    ...ofStream,
    attempts: 3,
    backoffMs: 5 * secondInMs,
  }),
  /** Reads the files of a repository that describe services and owners, such as `CODEOWNERS`. */
  'read-catalogue': define({
    queue: 'ingest',
    ...ofRepository,
    attempts: 3,
    backoffMs: 5 * secondInMs,
  }),
  /** Deletes expired raw payloads, responses to idempotent requests, events and dead letters. */
  'expire-payloads': define({ queue: 'ingest', ...withoutPayload, attempts: 1, backoffMs: secondInMs }),
  /** Re-encrypts a batch of stored values with a new key, then enqueues itself again. */
  'rotate-keys': define({
    queue: 'ingest',
    ...withoutPayload,
    attempts: 3,
    backoffMs: 5 * secondInMs,
  }),
  /** Erases a batch of data about a person or repository, then enqueues itself again. */
  erase: define({
    queue: 'ingest',
    payload: z.strictObject({ erasureId: id }),
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: ({ erasureId }) => erasureId,
  }),
  /** Suggests which repositories contain the code of which services, based on failures and changes. */
  'suggest-catalogue': define({
    queue: 'ingest',
    ...withoutPayload,
    attempts: 3,
    backoffMs: 5 * secondInMs,
    debounceMs: 5 * secondInMs,
    yields: true,
  }),
  /** Enqueues `recluster` if failures or changes arrived since the last clustering and the cooldown is over. */
  'recluster-when-due': define({
    queue: 'analysis',
    ...withoutPayload,
    attempts: 6,
    backoffMs: secondInMs,
  }),
  /** Clusters all failures. After a person's decision, this job is enqueued without the cooldown. */
  recluster: define({
    queue: 'analysis',
    ...withoutPayload,
    attempts: 6,
    backoffMs: 2 * secondInMs,
    debounceMs: 1.5 * secondInMs,
  }),
  /** Ends the quarantine of a failure or change, so that the next clustering includes it again. */
  'retry-quarantined': define({
    queue: 'analysis',
    payload: z.union([z.strictObject({ failureId: id }), z.strictObject({ changeId: id })]),
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: (item) => JSON.stringify(item),
  }),
  'write-reports': define({
    queue: 'analysis',
    ...ofPatterns,
    attempts: 6,
    backoffMs: secondInMs,
  }),
  /** Writes the digests of the last week and month. */
  'write-digests': define({ queue: 'analysis', ...withoutPayload, attempts: 6, backoffMs: secondInMs }),
  /** Writes a digest that somebody requested. */
  'write-digest': define({
    queue: 'analysis',
    payload: z.strictObject({ scope: DigestScope, period: DigestPeriod }),
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: ({ scope, period }) => JSON.stringify([scope, period]),
  }),
  'propose-improvements': define({
    queue: 'improvement',
    ...ofPatterns,
    attempts: 6,
    backoffMs: secondInMs,
  }),
  /** Approves the improvements that the policy permits, if the policy's mode is `auto`. */
  'approve-by-policy': define({
    queue: 'improvement',
    ...withoutPayload,
    attempts: 3,
    backoffMs: 5 * secondInMs,
    debounceMs: secondInMs,
  }),
  /** Ensures that an approved improvement has exactly one issue, and that the issue is up to date. */
  'ensure-issue': define({
    queue: 'improvement',
    ...ofImprovement,
    attempts: 8,
    backoffMs: 5 * secondInMs,
  }),
  /** Applies the changes that people made to an issue, and replies to their comments. */
  'sync-issue': define({
    queue: 'improvement',
    ...ofImprovement,
    attempts: 5,
    backoffMs: 5 * secondInMs,
    debounceMs: 2 * secondInMs,
  }),
  /** Enqueues the sync of issues without a recent webhook, and of issues whose pattern was merged or split. */
  'sync-issues': define({ queue: 'improvement', ...withoutPayload, attempts: 1, backoffMs: secondInMs }),
  /** Updates an issue whose pattern was merged into another or split. */
  'follow-pattern': define({
    queue: 'improvement',
    ...ofImprovement,
    attempts: 5,
    backoffMs: 5 * secondInMs,
  }),
  /** Finds the deployment of a fix, and whether the failure has recurred since that deployment. */
  'verify-effect': define({
    queue: 'improvement',
    ...ofImprovement,
    attempts: 5,
    backoffMs: 5 * secondInMs,
    debounceMs: 2 * secondInMs,
  }),
  /**
   * Checks an open pull request against past failures, or handles user actions on the check. The job has its own queue,
   * because the first check loads the full history.
   */
  'check-pull': define({
    queue: 'precheck',
    payload: z.strictObject({ connectionId: id, repository: z.string().min(1).max(300), number: z.int().positive() }),
    attempts: 4,
    backoffMs: 5 * secondInMs,
    dedupe: ({ connectionId, repository, number }) => `${connectionId}/${repository}#${number}`,
    debounceMs: 3 * secondInMs,
  }),
  /** Undoes a write at a provider, on a person's request. */
  'undo-write': define({
    queue: 'improvement',
    payload: z.strictObject({ writeId: id }),
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: ({ writeId }) => writeId,
  }),
  /** Writes a note on an incident that has just started. The job has its own queue, so that no backlog delays it. */
  'write-note': define({
    queue: 'notes',
    payload: z.strictObject({ noteId: id }),
    attempts: 4,
    backoffMs: secondInMs,
    dedupe: ({ noteId }) => noteId,
  }),
  /** Enqueues all event deliveries that are due. */
  'deliver-due': define({
    queue: 'improvement',
    ...withoutPayload,
    attempts: 1,
    backoffMs: secondInMs,
    debounceMs: secondInMs,
  }),
  /** Delivers one event to one subscription. PostgreSQL stores the time of the next retry. */
  'deliver-event': define({
    queue: 'improvement',
    payload: z.strictObject({ deliveryId: id }),
    attempts: 1,
    backoffMs: secondInMs,
    dedupe: ({ deliveryId }) => deliveryId,
  }),
};

export type JobName = keyof typeof jobCatalogue;
/** Jobs without a payload, which can run on a schedule. */
export type ScheduledJobName = {
  [Name in JobName]: (typeof jobCatalogue)[Name]['payload'] extends typeof nothing ? Name : never;
}[JobName];
export type JobPayload<Name extends JobName> = z.output<(typeof jobCatalogue)[Name]['payload']>;
export type JobNameOfQueue<Queue extends QueueName> = {
  [Name in JobName]: (typeof jobCatalogue)[Name]['queue'] extends Queue ? Name : never;
}[JobName];

export const queueNames: readonly QueueName[] = ['ingest', 'analysis', 'improvement', 'notes', 'precheck'];

/** Maximum backoff, unless a provider's retry time is longer. */
const maxBackoffMs = 10 * minuteInMs;

/**
 * Returns the milliseconds before the next run: the provider's `retryAfterSeconds` if given, otherwise a random time
 * between half the backoff and the whole backoff, which doubles with each run.
 * @param random in [0, 1)
 */
export function retryDelayMs(
  baseMs: number,
  attemptsMade: number,
  retryAfterSeconds: number | null,
  random: number,
): number {
  if (retryAfterSeconds !== null) return Math.min(Math.max(retryAfterSeconds * secondInMs, 0), maxRateLimitResetMs);
  const whole = Math.min(baseMs * 2 ** Math.max(attemptsMade - 1, 0), maxBackoffMs);
  return Math.round(whole * (0.5 + random / 2));
}
