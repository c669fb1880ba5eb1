import type { ResolutionCertainty } from '@refrain/domain';

/** From this estimated chance on, a linked change is told as the resolution. Below it is told as possible, with its reason. */
const leastNearlyCertain = 0.9;

/** How sure it is that a linked change resolved a failure. @param score its estimated chance, in [0, 1] */
export function judgeCertainty(score: number, isConfirmed: boolean): ResolutionCertainty {
  if (isConfirmed) return 'confirmed';
  return score >= leastNearlyCertain ? 'nearly_certain' : 'possible';
}
