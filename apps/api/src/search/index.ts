export type { IndexedFailure, IndexMatch, IndexQuestion, IndexResult } from '@refrain/analysis';
export { createIndexThread, type IndexThread } from './index-thread.ts';
export { toIndexed } from './read-failures.ts';
