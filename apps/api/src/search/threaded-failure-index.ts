import type {
  CorrectedQuestion,
  FailureDocument,
  FailureIndexQuery,
  FailureIndexResult,
  IndexedFailure,
} from '@refrain/analysis';
import type { CorrectionDecision, Failure, FailureStatements, StatedPassage } from '@refrain/domain';
import { openWorkerThread } from '@refrain/process';
import type { FailureVectors } from '@refrain/store';

export type FailureWithText = Pick<Failure, 'title' | 'text'>;

/** A failure, and the words of a search that it contains. */
export interface SearchedText extends FailureWithText {
  readonly words: readonly string[];
}

/** A failure, and people's decisions about what it states. */
export interface DecidedFailure {
  readonly failure: FailureWithText & Pick<Failure, 'id' | 'kind' | 'services'>;
  /** In the order in which people made them */
  readonly decisions: readonly CorrectionDecision[];
}

/** The failure index in a worker thread, which handles tasks in order. */
export interface ThreadedFailureIndex {
  /** Adds or replaces failures. Like `putVectors`, `drop`, `finish` and `size`, returns the number of indexed failures. */
  put(failures: readonly IndexedFailure[]): Promise<number>;
  /** Adds or replaces the sentence vectors of failures. Failures that are not in the index are ignored. */
  putVectors(vectors: readonly FailureVectors[]): Promise<number>;
  drop(ids: readonly string[]): Promise<number>;
  finish(): Promise<number>;
  size(): Promise<number>;
  /** Precomputes results for a few milliseconds. Returns the number of failures whose results are not precomputed yet. */
  compact(): Promise<number>;
  search(question: FailureIndexQuery): Promise<FailureIndexResult>;
  /** Corrects words of a typed question that no failure contains. */
  correctSpelling(question: FailureDocument): Promise<CorrectedQuestion>;
  /** Removes the names of services, organisations and hosts from a question. */
  removePlaceNames(question: FailureDocument): Promise<FailureDocument>;
  /** Chooses the sentence or line of each text that says most about a search; null for an empty text. */
  chooseExcerpts(texts: readonly SearchedText[]): Promise<(string | null)[]>;
  /** Finds the passage of each text that states a resolution. A text of 60,000 characters takes up to 20 ms. */
  findResolutions(texts: readonly string[]): Promise<(StatedPassage | null)[]>;
  /** Finds what a failure states. A report of usual length takes about 20 ms, one of 60,000 characters up to 400 ms. */
  stateFailure(decided: DecidedFailure): Promise<FailureStatements>;
  /** Lists the sentences that a person can choose for a statement. */
  listQuotableSentences(failure: FailureWithText): Promise<string[]>;
  close(): Promise<void>;
}

/** The maximum queue length. A search is short, so even the last search in the queue waits only a few seconds. */
const maxWaiting = 1_000;

export function createThreadedFailureIndex(file = new URL('./index-worker.js', import.meta.url)): ThreadedFailureIndex {
  // A crashed thread is replaced by one with an empty index, which the caller detects by `size`.
  const thread = openWorkerThread(file, { maxWaiting });
  const run =
    (name: keyof typeof import('./index-worker.ts')) =>
    <Answer>(task: unknown) =>
      thread.run<Answer>(task, { name });
  return {
    put: run('put'),
    putVectors: run('putVectors'),
    drop: run('drop'),
    finish: () => run('finish')(null),
    size: () => run('size')(null),
    compact: () => run('compact')(null),
    search: run('search'),
    correctSpelling: run('correctSpelling'),
    removePlaceNames: run('removePlaceNames'),
    chooseExcerpts: run('chooseExcerpts'),
    findResolutions: run('findResolutions'),
    stateFailure: run('stateFailure'),
    listQuotableSentences: run('listQuotableSentences'),
    close: thread.close,
  };
}
