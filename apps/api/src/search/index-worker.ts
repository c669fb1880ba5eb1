import {
  createFailureIndex,
  findResolution,
  type IndexAnswer,
  type IndexedFailure,
  type IndexQuestion,
} from '@refrain/analysis';
import type { StatedResolution } from '@refrain/domain';

// What the pool loads in its one thread, which holds the index for as long as it lives.
const index = createFailureIndex();

/** @returns how many failures are held then; so all of these */
export function put(failures: readonly IndexedFailure[]): number {
  index.put(failures);
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

/** Questions wait for it no longer than that. */
const settleMs = 5;

/** @returns how many failures are left to settle */
export function settle(): number {
  return index.settle(settleMs);
}

export function size(): number {
  return index.size();
}

export function search(question: IndexQuestion): IndexAnswer {
  return index.search(question);
}

export function findResolutions(texts: readonly string[]): (StatedResolution | null)[] {
  return texts.map(findResolution);
}
