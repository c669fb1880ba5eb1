import { setTimeout as wait } from 'node:timers/promises';
import type { CorrectedQuestion, FailureDocument, FailureIndexQuery, FailureIndexResult } from '@refrain/analysis';
import {
  type AppError,
  type FailureStatements,
  type Instant,
  type StatedPassage,
  secondInMs,
  toAppError,
} from '@refrain/domain';
import type { Embedder } from '@refrain/embedding';
import type { Store } from '@refrain/store';
import { batchesOf } from './batches.ts';
import { createIndexedVersions, type IndexedVersions } from './indexed-versions.ts';
import { createNewFailureAssigner } from './new-failure-assigner.ts';
import { readFailuresForIndex } from './read-failures-for-index.ts';
import { createResolutionCache } from './resolution-cache.ts';
import {
  createThreadedFailureIndex,
  type DecidedFailure,
  type FailureWithText,
  type SearchedText,
  type ThreadedFailureIndex,
} from './threaded-failure-index.ts';

/** The search index of all failures and their sentence vectors. Once complete, it also assigns new failures to patterns. */
export interface FailureIndex {
  /** Starts to read failures from the store, and polls for changes until `close`. */
  start(): void;
  search(question: FailureIndexQuery): Promise<FailureIndexResult>;
  /** Corrects words of a typed question that no failure contains. */
  correctSpelling(question: FailureDocument): Promise<CorrectedQuestion>;
  /** Chooses in the index thread the sentence or line of each text that says most about a search. */
  chooseExcerpts(texts: readonly SearchedText[]): Promise<(string | null)[]>;
  /** Finds in each text the passage that states a resolution. Texts that are not cached are searched in the index thread. */
  findResolutions(texts: readonly string[]): Promise<(StatedPassage | null)[]>;
  /** Finds in the index thread what a failure states. */
  stateFailure(decided: DecidedFailure): Promise<FailureStatements>;
  /** Lists the sentences of a failure that a person can choose for a statement. */
  listQuotableSentences(failure: FailureWithText): Promise<string[]>;
  /** Returns the number of stored failures, whether the index has all of them, and whether there is a sentence model. */
  progress(): { readonly failures: number; readonly complete: boolean; readonly hasModel: boolean };
  close(): Promise<void>;
}

export interface FailureIndexOptions {
  readonly store: Store;
  readonly onError: (error: AppError) => void;
  /** The sentence model; null to compare texts by words alone. */
  readonly embedder?: Pick<Embedder, 'model' | 'embed'> | null;
  readonly threadFile?: URL;
  /** The minimum time between two polls, in milliseconds. */
  readonly restMs?: number;
  /** The maximum share of time that polls take: `busy` after a poll with changes, `quiet` after one without changes. */
  readonly share?: Share;
}

interface Share {
  readonly busy: number;
  readonly quiet: number;
}

/** The pause after a poll is in proportion to the duration of the poll, and is longer if the poll found no changes. */
const defaultShare: Share = { busy: 1 / 20, quiet: 1 / 100 };
const pauseAfterErrorMs = 30 * secondInMs;
/** Buckets of failures per query (see indexed-versions.ts). One result occupies the event loop for a few milliseconds. */
const bucketsPerQuery = 32;
const failuresPerBatch = 50;
/** Maximum time in milliseconds for the vector of a question. Afterwards the question is compared by words alone. */
const maxEmbeddingMs = 2_000;

interface StoreComparison {
  readonly tookMs: number;
  /** Whether the poll found no changes. Results are precomputed only after such a poll. */
  readonly isQuiet: boolean;
}

function pauseAfter({ tookMs, isQuiet }: StoreComparison, { quiet, busy }: Share): number {
  return tookMs / (isQuiet ? quiet : busy);
}

export function createFailureIndex(options: FailureIndexOptions): FailureIndex {
  const { store, onError, embedder = null, threadFile, restMs = 2 * secondInMs, share = defaultShare } = options;
  const stop = new AbortController();
  let thread: ThreadedFailureIndex | null = null;
  let held = createIndexedVersions();
  let complete = false;
  let failures = 0;
  /** The time up to which vectors were read; null before the first. */
  let vectorsUntil: Instant | null = null;
  let following = Promise.resolve();
  const newFailures = createNewFailureAssigner(store, search);

  async function search(question: FailureIndexQuery): Promise<FailureIndexResult> {
    const vector = question.isQuestion ? await embedQuestion(question) : undefined;
    return openThread().search({ ...question, vector });
  }
  /** Returns the sentence vector of what a question says failed, without where; undefined if it cannot be computed in time. */
  async function embedQuestion(question: FailureIndexQuery): Promise<Int8Array | undefined> {
    if (embedder === null) return undefined;
    const document = await openThread().removePlaceNames(question.document);
    const timeout = new AbortController();
    const tooLate = wait(maxEmbeddingMs, [], { signal: timeout.signal }).catch(() => []);
    try {
      const [vector] = await Promise.race([embedder.embed([`${document.title}\n${document.text}`.trim()]), tooLate]);
      return vector;
    } catch (thrown) {
      onError(toAppError(thrown));
      return undefined;
    } finally {
      timeout.abort();
    }
  }
  /** Reads the vectors of failures that were indexed before their vectors were computed. */
  async function readNewVectors(open: ThreadedFailureIndex): Promise<void> {
    if (embedder === null) return;
    const { ids, until } = await store.failures.listFailuresWithVectors(embedder.model.digest, vectorsUntil);
    for (const batch of batchesOf(ids, failuresPerBatch)) {
      if (stop.signal.aborted) return;
      await putVectors(open, batch);
    }
    vectorsUntil = until;
  }
  async function putVectors(open: ThreadedFailureIndex, ids: readonly string[]): Promise<void> {
    if (embedder !== null) await open.putVectors(await store.failures.readVectors(embedder.model.digest, ids));
  }
  function openThread(): ThreadedFailureIndex {
    thread ??= createThreadedFailureIndex(threadFile);
    return thread;
  }
  /** Resets the index if the thread crashed and was replaced by an empty one. */
  async function checkThread(open: ThreadedFailureIndex): Promise<IndexedVersions> {
    if ((await open.size()) !== held.size()) {
      await thread?.close();
      thread = null;
      held = createIndexedVersions();
      vectorsUntil = null;
      complete = false;
    }
    return held;
  }
  async function compareWithStore(): Promise<StoreComparison> {
    const known = await checkThread(openThread());
    const open = openThread();
    const startedAt = performance.now();
    const listed = await store.failures.listBuckets();
    const tookMs = performance.now() - startedAt;
    failures = listed.reduce((sum, bucket) => sum + bucket.failures, 0);
    const moved = known.listChanged(listed);
    const result = { tookMs, isQuiet: moved.length === 0 };
    for (const buckets of batchesOf(moved, bucketsPerQuery)) {
      const { put, drop } = known.compare(buckets, await store.failures.listVersions(buckets));
      if (drop.length > 0) await open.drop(drop);
      known.note([], drop);
      for (const versions of batchesOf(put, failuresPerBatch)) {
        const read = await readFailuresForIndex(
          store,
          versions.map(({ id }) => id),
        );
        const ids = new Set(read.map(({ id }) => id));
        await open.put(read);
        await putVectors(open, [...ids]);
        if (complete) newFailures.note([...ids]);
        known.note(
          versions.filter(({ id }) => ids.has(id)),
          [],
        );
        if (stop.signal.aborted) return result;
      }
      known.markSynced(buckets, listed);
    }
    await readNewVectors(open);
    if (!complete) {
      await open.finish();
      newFailures.note(null);
    }
    complete = true;
    return result;
  }
  /** Precomputes search results until all are precomputed or the next poll is due. */
  async function compact(until: number): Promise<void> {
    while (!stop.signal.aborted && performance.now() < until && (await openThread().compact()) > 0);
  }
  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      const compared = await compareWithStore().catch((thrown: unknown) => {
        if (!stop.signal.aborted) onError(toAppError(thrown));
        return null;
      });
      const rest = compared === null ? pauseAfterErrorMs : Math.max(restMs, pauseAfter(compared, share));
      const until = performance.now() + rest;
      if (compared !== null && complete) {
        await newFailures.follow(until, stop.signal).catch((thrown: unknown) => {
          if (!stop.signal.aborted) onError(toAppError(thrown));
        });
      }
      if (compared?.isQuiet) await compact(until).catch((thrown: unknown) => onError(toAppError(thrown)));
      await wait(Math.max(0, until - performance.now()), null, { signal: stop.signal }).catch(() => null);
    }
  }

  return {
    start() {
      following = follow();
    },
    search,
    correctSpelling: (question) => openThread().correctSpelling(question),
    chooseExcerpts: (texts) => openThread().chooseExcerpts(texts),
    findResolutions: createResolutionCache((texts) => openThread().findResolutions(texts)),
    stateFailure: (decided) => openThread().stateFailure(decided),
    listQuotableSentences: (failure) => openThread().listQuotableSentences(failure),
    progress: () => ({ failures, complete, hasModel: embedder !== null }),
    async close() {
      stop.abort();
      await thread?.close();
      await following;
    },
  };
}
