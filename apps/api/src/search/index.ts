export type { FailureIndexMatch, FailureIndexQuery, FailureIndexResult, IndexedFailure } from '@refrain/analysis';
export { toIndexedFailure } from './read-failures-for-index.ts';
export { createThreadedFailureIndex, type ThreadedFailureIndex } from './threaded-failure-index.ts';
