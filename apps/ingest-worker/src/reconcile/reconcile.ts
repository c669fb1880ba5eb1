import { elapsedMs, type Instant, minuteInMs, secondInMs } from '@refrain/domain';
import { type Handler, readJob } from '@refrain/jobs';
import type { MovingStream } from '@refrain/store';
import { enqueueNormalise } from '../parse/batch-records.ts';
import { placeOf } from '../sync/sort-streams.ts';
import { batchesOf } from '../worker/batches.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { listUnreported } from './list-unreported.ts';

/** Younger rows are on their way through the queue already. */
const unprocessedAfterMs = 10 * secondInMs;
/** A stream that stood still for so long has lost its job. */
const stillAfterMs = 30 * secondInMs;
/** An issue that cannot be opened is tried again at this interval. */
const issueAfterMs = 2 * minuteInMs;
/** Under a steady stream of changes these are counted by repository no more often than this. */
const countAfterMs = 2 * minuteInMs;
/** A repository of which more is coming in is looked at no more often than this. */
const whileMovingMs = 5 * minuteInMs;
/** Under a steady stream of changes services are matched with repositories no more often than this: but at the end of a backfill. */
const suggestAfterMs = 10 * minuteInMs;
/** A report that stays away is asked for again at this interval. */
const reportAfterMs = 2 * minuteInMs;
/** Nothing tells that proposals were made: they are asked for again at this interval, which costs a request for each open issue. */
const proposeAfterMs = 30 * minuteInMs;
/** The same, where there was a regrouping since: it asked for those of the patterns that it changed. */
const proposeAnewAfterMs = 10 * minuteInMs;
/** A note on an incident that began longer ago is not written any more. */
const noteWithinMs = 15 * minuteInMs;
/** A replay that has not ended after so long may have been lost. */
const replayAfterMs = minuteInMs;
/** A pull request that was not looked at for so long has lost its job, or others are before it, which its job waits for. */
const lookAfterMs = minuteInMs;
/** Pull requests whose checks are put back at a time. */
const mostChecks = 100;
/** Rows put back at a time; the rest follows in the next run. */
const mostRows = 5_000;

/** Puts back what is owed: everything here is read from PostgreSQL, nothing is taken from Redis. */
export function createReconcile({ store, producer, now }: IngestDeps): Handler<'reconcile'> {
  const ago = (ms: number) => new Date(now() - ms).toISOString();
  const passed = (since: Instant | number) => elapsedMs(since, now());

  let oldestWaiting: string | null = null;
  /** @returns whether rows are on their way: one that stands still is in the way of nothing else */
  async function readRecords(): Promise<boolean> {
    const rows = await store.inbox.listUnprocessed(mostRows, ago(unprocessedAfterMs));
    await enqueueNormalise(producer, rows);
    const oldest = rows[0]?.id ?? null;
    const moves = oldest !== oldestWaiting;
    oldestWaiting = oldest;
    return rows.length > 0 && moves;
  }

  /** @returns those that move */
  async function moveStreams(): Promise<MovingStream[]> {
    const moving = await store.connections.listMoving();
    await producer.enqueueMany(
      'pull-stream',
      moving
        .filter(({ updatedAt }) => passed(updatedAt) > stillAfterMs)
        .map(({ connectionId, stream }) => ({ connectionId, stream })),
    );
    return moving;
  }

  async function syncTouched(): Promise<void> {
    await producer.enqueueMany('sync-stream', await store.connections.listTouched(stillAfterMs));
  }

  let detectedVersion: string | null = null;
  let counted = { version: '', at: 0 };
  /** What was read asks for its detection itself: this is for what the queue has lost. */
  async function detect(version: string, moving: readonly MovingStream[]): Promise<void> {
    if (version === detectedVersion) return;
    const stands = version === counted.version;
    counted = { ...counted, version };
    if (!stands && passed(counted.at) < countAfterMs) return;
    counted = { version, at: now() };
    const names = new Set(moving.map(({ connectionId, stream }) => `${connectionId}/${placeOf(stream)}`));
    const owed = (await store.detections.listOwed())
      .filter(
        ({ connectionId, repository, lookedAt }) =>
          lookedAt === null || !names.has(`${connectionId}/${repository}`) || passed(lookedAt) >= whileMovingMs,
      )
      .map(({ connectionId, repository }) => ({ connectionId, repository }));
    await producer.enqueueMany('detect-failures', owed);
    if (owed.length === 0 && moving.length === 0) detectedVersion = version;
  }

  const askFor = (name: 'write-reports' | 'propose-improvements', patternIds: readonly string[]) =>
    producer.enqueueMany(
      name,
      batchesOf(patternIds, 100).map((batch) => ({ patternIds: batch })),
    );

  let asked = { owed: '', at: 0 };
  /** Those that a regrouping has changed: one that cannot be written is asked for again, and not each time. */
  async function reportOwed(): Promise<void> {
    const owed = await store.owedReports.list(stillAfterMs);
    if (owed.join() === asked.owed && passed(asked.at) < reportAfterMs) return;
    await askFor('write-reports', owed);
    asked = { owed: owed.join(), at: now() };
  }

  let grouped = { version: '', at: 0 };
  let reportedVersion: string | null = null;
  let proposed = { version: '', at: 0 };
  let last = { version: '', unreported: '', at: now() };
  async function report(version: string): Promise<void> {
    if (version !== grouped.version) grouped = { version, at: now() };
    // The regrouping asks for its reports itself: those are on their way. Where one follows the other it is not waited for.
    if (passed(grouped.at) < stillAfterMs && passed(last.at) < reportAfterMs) return;
    const isProposed = passed(proposed.at) < (version === proposed.version ? proposeAfterMs : proposeAnewAfterMs);
    const isAsked = version === last.version && passed(last.at) < reportAfterMs;
    if (isProposed && (version === reportedVersion || isAsked)) return;
    const { all, unreported } = await listUnreported(store);
    await askFor('write-reports', unreported);
    // Those that stay without a report are in the way of no other, and are asked for again all the same.
    const stand = unreported.join() === last.unreported;
    last = { version, unreported: unreported.join(), at: now() };
    if (unreported.length > 0 && !stand) return;
    if (!isProposed) {
      await askFor('propose-improvements', all);
      proposed = { version, at: now() };
    }
    if (unreported.length === 0) reportedVersion = version;
  }

  let suggested: { version: string; at: number; ended: ReadonlySet<string> } | null = null;
  async function suggest(version: string, isAllThere: boolean): Promise<void> {
    if (version === suggested?.version) return;
    const isRecent = suggested !== null && passed(suggested.at) < suggestAfterMs;
    if (isRecent && !isAllThere) return;
    const ended = new Set((await store.connections.listEnded()).map(nameOf));
    // A sync that ends is no end of a backfill: its stream had ended before.
    if (isRecent && [...ended].every((name) => suggested?.ended.has(name))) return;
    await producer.enqueue('suggest-catalogue', {});
    suggested = { version, at: now(), ended };
  }

  const askedAt = new Map<string, number>();
  async function openIssues(): Promise<void> {
    for (const { id, repository } of await store.improvements.listToOpen()) {
      if (repository === null || passed(askedAt.get(id) ?? 0) < issueAfterMs) continue;
      await producer.enqueue('ensure-issue', { improvementId: id });
      askedAt.set(id, now());
    }
  }

  const isDryRun = async () => (await store.policies.find()).policy.dryRun;

  async function undo(): Promise<void> {
    const asked = await store.providerWrites.listUndoAsked();
    // In a dry run all of them stay so.
    if (asked.length === 0 || (await isDryRun())) return;
    await producer.enqueueMany(
      'undo-write',
      asked.map((writeId) => ({ writeId })),
    );
  }

  async function attend(): Promise<void> {
    const owed = await store.incidentNotes.listOwed(noteWithinMs);
    await producer.enqueueMany(
      'write-note',
      owed.map((noteId) => ({ noteId })),
    );
  }

  async function check(): Promise<void> {
    await producer.enqueueMany('check-pull', await store.pullLooks.takeLost(lookAfterMs, mostChecks));
    const owed = await store.pullChecks.listUnfinished(mostChecks);
    // In a dry run all of them stay so.
    if (owed.length === 0 || (await isDryRun())) return;
    await producer.enqueueMany('check-pull', owed);
  }

  async function keep(): Promise<void> {
    const owed = await store.forgetting.listOwed();
    await producer.enqueueMany(
      'forget',
      owed.map((forgettingId) => ({ forgettingId })),
    );
    if ((await store.encryption.findRotation())?.state === 'running') await producer.enqueue('rotate-keys', {});
  }

  async function replay(): Promise<void> {
    for (const owed of await store.deadLetters.listReplayOwed(replayAfterMs)) {
      const job = readJob(owed);
      if (job !== null) await producer.enqueue(job.name, job.payload);
    }
  }

  async function deliver(): Promise<void> {
    const due = await store.deliveries.listDue(1);
    if (due.length > 0) await producer.enqueue('deliver-due', {});
  }

  return async () => {
    const moving = await moveStreams();
    await syncTouched();
    await openIssues();
    await undo();
    await attend();
    await check();
    await deliver();
    await keep();
    await replay();
    if (await readRecords()) return;
    await store.people.goOver();
    const version = await store.patterns.currentInputVersion();
    await detect(version, moving);
    const groupedVersion = await store.patterns.inputVersion();
    // Whether its rest is over is not asked here: the job waits for that.
    if (version !== groupedVersion) await producer.enqueue('recluster-when-due', {});
    if (groupedVersion === null) return;
    // While much comes in a regrouping is owed nearly always: the rest does not wait until none is.
    await reportOwed();
    await report(groupedVersion);
    await suggest(version, moving.length === 0);
  };
}

function nameOf({ connectionId, stream }: Pick<MovingStream, 'connectionId' | 'stream'>): string {
  return `${connectionId}/${stream}`;
}
