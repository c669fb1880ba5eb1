export type { CauseDocument } from './causes/assess-cause.ts';
export { assessCause } from './causes/assess-cause.ts';
export { detectReverts } from './reverts/detect-reverts.ts';
export type { CommitRecord, Revert } from './reverts/revert.ts';
