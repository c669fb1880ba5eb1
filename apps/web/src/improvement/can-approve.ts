import type { Schemas } from '../api/refrain.ts';

export function canApprove({ state, problem }: Pick<Schemas['Improvement'], 'state' | 'problem'>): boolean {
  return state === 'proposed' || state === 'declined' || (state === 'approved' && problem !== null);
}

export function canDecline({ state }: Pick<Schemas['Improvement'], 'state'>): boolean {
  return state !== 'declined';
}
