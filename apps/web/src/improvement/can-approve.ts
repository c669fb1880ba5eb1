import type { Schemas } from '../api/refrain.ts';

/**
 * Returns whether a person can approve the improvement now. This includes declined improvements, and approved ones whose issue
 * could not be opened.
 */
export function canApprove({ state, problem }: Pick<Schemas['Improvement'], 'state' | 'problem'>): boolean {
  return state === 'proposed' || state === 'declined' || (state === 'approved' && problem !== null);
}

export function canDecline({ state }: Pick<Schemas['Improvement'], 'state'>): boolean {
  return state !== 'declined';
}
