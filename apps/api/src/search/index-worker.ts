import {
  type CorrectedQuestion,
  chooseMatchingLine,
  createFailureIndex,
  type FailureDocument,
  type FailureIndexQuery,
  type FailureIndexResult,
  findResolution,
  type IndexedFailure,
  listQuotableSentences as listSentences,
  stateFailure as state,
} from '@refrain/analysis';
import type { FailureStatements, StatedPassage } from '@refrain/domain';
import type { FailureVectors } from '@refrain/store';
import type { DecidedFailure, FailureWithText, SearchedText } from './threaded-failure-index.ts';

// Runs in a worker thread, which holds the index in memory.
const index = createFailureIndex();

export function put(failures: readonly IndexedFailure[]): number {
  index.put(failures);
  return index.size();
}

/** Stores the sentence vectors of failures, and returns the number of indexed failures. */
export function putVectors(vectors: readonly FailureVectors[]): number {
  for (const { id, values, count } of vectors) index.putVectors(id, values, count);
  return index.size();
}

export function drop(ids: readonly string[]): number {
  index.drop(ids);
  return index.size();
}

export function finish(): number {
  index.finish();
  return index.size();
}

/** The maximum time that a search waits for `compact`, in milliseconds. */
const compactMs = 5;

export function compact(): number {
  return index.compact(compactMs);
}

export function size(): number {
  return index.size();
}

export function search(question: FailureIndexQuery): FailureIndexResult {
  return index.search(question);
}

export function correctSpelling(question: FailureDocument): CorrectedQuestion {
  return index.correctSpelling(question);
}

export function removePlaceNames(question: FailureDocument): FailureDocument {
  return index.removePlaceNames(question);
}

export function chooseExcerpts(texts: readonly SearchedText[]): (string | null)[] {
  return texts.map(({ words, ...failure }) => chooseMatchingLine(failure, words));
}

export function findResolutions(texts: readonly string[]): (StatedPassage | null)[] {
  return texts.map(findResolution);
}

export function stateFailure({ failure, decisions }: DecidedFailure): FailureStatements {
  return state(failure, decisions);
}

export function listQuotableSentences(failure: FailureWithText): string[] {
  return listSentences(failure);
}
