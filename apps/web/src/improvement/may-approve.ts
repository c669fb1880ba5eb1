import type { Schemas } from '../api/refrain.ts';

/** Whether a person can have its issue opened now: also where the last try did not work, or it was declined. */
export function mayApprove({ state, problem }: Pick<Schemas['Improvement'], 'state' | 'problem'>): boolean {
  return state === 'proposed' || state === 'declined' || (state === 'approved' && problem !== null);
}

/** Whether it can be said that nothing is to be done. */
export function mayDecline({ state }: Pick<Schemas['Improvement'], 'state'>): boolean {
  return state !== 'declined';
}
