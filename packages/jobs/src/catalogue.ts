import { DigestPeriod, DigestScope, longestResetMs, minuteInMs, secondInMs } from '@refrain/domain';
import { z } from 'zod';

export type QueueName = 'ingest' | 'analysis' | 'improvement' | 'attention' | 'precheck';

interface JobDefinition<Payload extends z.ZodType> {
  readonly queue: QueueName;
  readonly payload: Payload;
  /** Runs in all before the job is given up. The reconciler puts back what is still owed after that. */
  readonly attempts: number;
  /** Milliseconds before the second run; doubles from run to run. A provider's own waiting time goes first. */
  readonly backoffMs: number;
  /** Of several waiting jobs with the same key one is kept. While one runs, a further one waits for its end. */
  dedupe(payload: z.output<Payload>): string;
  /**
   * Milliseconds that a job waits for others of its key, counted from the first of them: under a steady stream of
   * changes it still runs once per interval.
   */
  readonly debounceMs?: number;
  /** Runs only when nothing else of its queue waits: what is stored is worked on before more is taken in. */
  readonly yields?: true;
}

function define<const Queue extends QueueName, Payload extends z.ZodType>(
  definition: JobDefinition<Payload> & { readonly queue: Queue },
): JobDefinition<Payload> & { readonly queue: Queue } {
  return definition;
}

const id = z.string().min(1).max(200);
const nothing = z.strictObject({});
const always = () => '';

/** Every job there is. Payloads carry ids, never objects, never secrets. */
export const catalogue = {
  /** Takes in pages of a stream until its turn is over, then asks for another. */
  'pull-stream': define({
    queue: 'ingest',
    payload: z.strictObject({ connectionId: id, stream: z.string().min(1).max(500) }),
    attempts: 6,
    backoffMs: 2 * secondInMs,
    dedupe: ({ connectionId, stream }) => `${connectionId}/${stream}`,
    yields: true,
  }),
  /** Reads stored payloads into failures and changes. */
  'normalise-records': define({
    queue: 'ingest',
    payload: z.strictObject({ connectionId: id, inboxIds: z.array(id).min(1).max(500) }),
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: ({ connectionId, inboxIds }) => `${connectionId}/${inboxIds.join(',')}`,
  }),
  'detect-failures': define({
    queue: 'ingest',
    payload: z.strictObject({ connectionId: id, repository: z.string().min(1).max(300) }),
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: ({ connectionId, repository }) => `${connectionId}/${repository}`,
    debounceMs: secondInMs,
  }),
  /** Puts back the work that is owed by what is stored, whatever Redis lost. */
  reconcile: define({ queue: 'ingest', payload: nothing, attempts: 1, backoffMs: secondInMs, dedupe: always }),
  /** Starts to pull what is new from each connection. */
  'sync-connections': define({ queue: 'ingest', payload: nothing, attempts: 1, backoffMs: secondInMs, dedupe: always }),
  /** Looks for what is new in one stream, as a webhook said that there is something. */
  'sync-stream': define({
    queue: 'ingest',
    payload: z.strictObject({ connectionId: id, stream: z.string().min(1).max(500) }),
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: ({ connectionId, stream }) => `${connectionId}/${stream}`,
    debounceMs: 10 * secondInMs,
  }),
  /** Has each connection looked after, and the books compared that are due. */
  'watch-connections': define({
    queue: 'ingest',
    payload: nothing,
    attempts: 1,
    backoffMs: secondInMs,
    dedupe: always,
  }),
  /** Permissions, what is still there, and whether the provider's events come. */
  'watch-connection': define({
    queue: 'ingest',
    payload: z.strictObject({ connectionId: id }),
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: ({ connectionId }) => connectionId,
  }),
  /** Holds one stream against what the provider says exists. */
  'audit-stream': define({
    queue: 'ingest',
    payload: z.strictObject({ connectionId: id, stream: z.string().min(1).max(500) }),
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: ({ connectionId, stream }) => `${connectionId}/${stream}`,
  }),
  /** Takes in what a repository's own files say of services. */
  'read-catalogue': define({
    queue: 'ingest',
    payload: z.strictObject({ connectionId: id, repository: z.string().min(1).max(300) }),
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: ({ connectionId, repository }) => `${connectionId}/${repository}`,
  }),
  /** Forgets what is kept for a time: raw payloads, answers to requests that may be repeated, events, jobs that were given up. */
  'expire-payloads': define({ queue: 'ingest', payload: nothing, attempts: 1, backoffMs: secondInMs, dedupe: always }),
  /** Seals some of what is stored anew by another key, then asks for the rest. */
  'rotate-keys': define({
    queue: 'ingest',
    payload: nothing,
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: always,
  }),
  /** Removes a part of what is to be forgotten, then asks for the rest. The name is in PostgreSQL only, sealed. */
  forget: define({
    queue: 'ingest',
    payload: z.strictObject({ forgettingId: id }),
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: ({ forgettingId }) => forgettingId,
  }),
  /** Which services run from which repositories, from everything that is stored. */
  'suggest-catalogue': define({
    queue: 'ingest',
    payload: nothing,
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: always,
    debounceMs: 5 * secondInMs,
    yields: true,
  }),
  /** Asks for `recluster` where failures or changes came in since the last one, once its rest is over. */
  'recluster-when-due': define({
    queue: 'analysis',
    payload: nothing,
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: always,
  }),
  /** Links, episodes, patterns: from everything that is stored. By itself for what a person decided, which does not wait. */
  recluster: define({
    queue: 'analysis',
    payload: nothing,
    attempts: 6,
    backoffMs: 2 * secondInMs,
    dedupe: always,
    debounceMs: 1.5 * secondInMs,
  }),
  /** Takes back into the grouping what broke it and was left out since. */
  'group-again': define({
    queue: 'analysis',
    payload: z.union([z.strictObject({ failureId: id }), z.strictObject({ changeId: id })]),
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: (culprit) => JSON.stringify(culprit),
  }),
  'write-reports': define({
    queue: 'analysis',
    payload: z.strictObject({ patternIds: z.array(id).min(1).max(500) }),
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: ({ patternIds }) => patternIds.join(','),
  }),
  /** The digests of the last week and month, once these are over. */
  'write-digests': define({ queue: 'analysis', payload: nothing, attempts: 6, backoffMs: secondInMs, dedupe: always }),
  /** A digest that someone asked for. */
  'write-digest': define({
    queue: 'analysis',
    payload: z.strictObject({ scope: DigestScope, period: DigestPeriod }),
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: ({ scope, period }) => JSON.stringify([scope, period]),
  }),
  'propose-improvements': define({
    queue: 'improvement',
    payload: z.strictObject({ patternIds: z.array(id).min(1).max(500) }),
    attempts: 6,
    backoffMs: secondInMs,
    dedupe: ({ patternIds }) => patternIds.join(','),
  }),
  /** In the mode `auto`, approves what the policy lets pass now. */
  'approve-by-policy': define({
    queue: 'improvement',
    payload: nothing,
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: always,
    debounceMs: secondInMs,
  }),
  /** Makes the one issue of an approved improvement be there and be up to date. */
  'ensure-issue': define({
    queue: 'improvement',
    payload: z.strictObject({ improvementId: id }),
    attempts: 8,
    backoffMs: 5 * secondInMs,
    dedupe: ({ improvementId }) => improvementId,
  }),
  /** Takes in what people did with an issue, and answers them. */
  'sync-issue': define({
    queue: 'improvement',
    payload: z.strictObject({ improvementId: id }),
    attempts: 5,
    backoffMs: 5 * secondInMs,
    dedupe: ({ improvementId }) => improvementId,
    debounceMs: 2 * secondInMs,
  }),
  /** Has the issues looked at of which no webhook told for a while, and those whose pattern went on into others. */
  'sync-issues': define({ queue: 'improvement', payload: nothing, attempts: 1, backoffMs: secondInMs, dedupe: always }),
  /** Lets an issue follow its pattern where that was merged into another or split. */
  'follow-pattern': define({
    queue: 'improvement',
    payload: z.strictObject({ improvementId: id }),
    attempts: 5,
    backoffMs: 5 * secondInMs,
    dedupe: ({ improvementId }) => improvementId,
  }),
  /** Finds out when a fix was deployed, and what came of it since. */
  'verify-effect': define({
    queue: 'improvement',
    payload: z.strictObject({ improvementId: id }),
    attempts: 5,
    backoffMs: 5 * secondInMs,
    dedupe: ({ improvementId }) => improvementId,
    debounceMs: 2 * secondInMs,
  }),
  /**
   * Says of an open pull request what it resembles that failed before, or answers what people did with that: a queue of its own, as
   * the first question reads all that is known.
   */
  'check-pull': define({
    queue: 'precheck',
    payload: z.strictObject({ connectionId: id, repository: z.string().min(1).max(300), number: z.int().positive() }),
    attempts: 4,
    backoffMs: 5 * secondInMs,
    dedupe: ({ connectionId, repository, number }) => `${connectionId}/${repository}#${number}`,
    debounceMs: 3 * secondInMs,
  }),
  /** Takes back what was written at a provider, as a person asked. */
  'undo-write': define({
    queue: 'improvement',
    payload: z.strictObject({ writeId: id }),
    attempts: 3,
    backoffMs: 5 * secondInMs,
    dedupe: ({ writeId }) => writeId,
  }),
  /** Writes a note on an incident that has just begun, while people are at it: a queue of its own, so that no backlog is before it. */
  'write-note': define({
    queue: 'attention',
    payload: z.strictObject({ noteId: id }),
    attempts: 4,
    backoffMs: secondInMs,
    dedupe: ({ noteId }) => noteId,
  }),
  /** Has every event delivered that is owed to someone outside by now. */
  'deliver-due': define({
    queue: 'improvement',
    payload: nothing,
    attempts: 1,
    backoffMs: secondInMs,
    dedupe: always,
    debounceMs: secondInMs,
  }),
  /** Tells one subscription of one event. When it is tried again stands in PostgreSQL. */
  'deliver-event': define({
    queue: 'improvement',
    payload: z.strictObject({ deliveryId: id }),
    attempts: 1,
    backoffMs: secondInMs,
    dedupe: ({ deliveryId }) => deliveryId,
  }),
};

export type JobName = keyof typeof catalogue;
/** Those without payload: they can be run by the clock. */
export type ScheduledJobName = {
  [Name in JobName]: (typeof catalogue)[Name]['payload'] extends typeof nothing ? Name : never;
}[JobName];
export type JobPayload<Name extends JobName> = z.output<(typeof catalogue)[Name]['payload']>;
export type JobsOf<Queue extends QueueName> = {
  [Name in JobName]: (typeof catalogue)[Name]['queue'] extends Queue ? Name : never;
}[JobName];

export const queueNames: readonly QueueName[] = ['ingest', 'analysis', 'improvement', 'attention', 'precheck'];

/** No run waits longer than this for its turn, unless a provider asks for it. */
const longestBackoffMs = 10 * minuteInMs;

/**
 * Milliseconds before the next run: the provider's `retryAfterSeconds` where it gave one, else doubling with jitter
 * between half and the whole.
 * @param random in [0, 1)
 */
export function retryDelayMs(
  baseMs: number,
  attemptsMade: number,
  retryAfterSeconds: number | null,
  random: number,
): number {
  if (retryAfterSeconds !== null) return Math.min(Math.max(retryAfterSeconds * secondInMs, 0), longestResetMs);
  const whole = Math.min(baseMs * 2 ** Math.max(attemptsMade - 1, 0), longestBackoffMs);
  return Math.round(whole * (0.5 + random / 2));
}
