export type { FailureIndexMatch, FailureIndexQuery, FailureIndexResult, IndexedFailure } from '@refrain/analysis';
export { createIndexThread, type IndexThread } from './index-thread.ts';
export { toIndexedFailure } from './read-failures-for-index.ts';
