import type { Schemas } from '../api/refrain.ts';

/**
 * Returns whether a person can approve it now, which includes declined improvements and those whose issue could not be
 * opened.
 */
export function canApprove({ state, problem }: Pick<Schemas['Improvement'], 'state' | 'problem'>): boolean {
  return state === 'proposed' || state === 'declined' || (state === 'approved' && problem !== null);
}

/** Returns whether it can be declined. */
export function canDecline({ state }: Pick<Schemas['Improvement'], 'state'>): boolean {
  return state !== 'declined';
}
