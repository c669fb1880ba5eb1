export type { IndexAnswer, IndexedFailure, IndexMatch, IndexQuestion } from './failure-index.ts';
export { createIndexThread, type IndexThread } from './index-thread.ts';
export { toIndexed } from './read-failures.ts';
