import { setTimeout as wait } from 'node:timers/promises';
import { embedPassages } from '@refrain/analysis';
import { type AppError, secondInMs, toAppError } from '@refrain/domain';
import type { Embedder } from '@refrain/embedding';
import type { FailureText, PassageVectors, Store } from '@refrain/store';

export interface MissingVectorsDeps {
  readonly store: Pick<Store, 'failures'>;
  readonly embedder: Pick<Embedder, 'model' | 'embed'>;
  readonly onError: (error: AppError) => void;
  /** Milliseconds between two searches for failures without vectors */
  readonly restMs?: number;
  /** Milliseconds before the first retry after an error */
  readonly firstRetryMs?: number;
}

/** Number of failures per transaction, which takes about a second */
const batchSize = 16;
const defaultRestMs = 5 * secondInMs;
const defaultFirstRetryMs = secondInMs;
/** Each failed attempt doubles the time before the next one, up to this. */
const maxRetryMs = 60 * secondInMs;

/**
 * Computes the sentence vectors of failures that have none, newest first, until `close`. The database knows which failures
 * have none, so nothing is lost if the process stops.
 */
export function followMissingVectors({
  store,
  embedder,
  onError,
  restMs = defaultRestMs,
  firstRetryMs = defaultFirstRetryMs,
}: MissingVectorsDeps) {
  const stop = new AbortController();
  let isWorking = true;
  let retryMs = firstRetryMs;

  async function compute(texts: readonly FailureText[]): Promise<PassageVectors[]> {
    const found: PassageVectors[] = [];
    for (const text of texts) found.push(await embedPassages(text, embedder.embed));
    return found;
  }
  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      const pause = await store.failures
        .computeMissingVectors(embedder.model.digest, batchSize, compute)
        .then((computed) => {
          isWorking = true;
          retryMs = firstRetryMs;
          return computed === 0 ? restMs : 0;
        })
        .catch((thrown: unknown) => {
          isWorking = false;
          if (!stop.signal.aborted) onError(toAppError(thrown));
          const pause = retryMs;
          retryMs = Math.min(2 * retryMs, maxRetryMs);
          return pause;
        });
      await wait(pause, null, { signal: stop.signal }).catch(() => null);
    }
  }

  const following = follow();
  return {
    /** Returns whether the last attempt succeeded. */
    isWorking: () => isWorking,
    async close(): Promise<void> {
      stop.abort();
      await following;
    },
  };
}
