import type { Schemas } from '../api/refrain.ts';

/** Deciders who are not users, as the URL names them. */
export const otherDeciders = { policy: 'The policy', comment: 'Comments on GitHub' } as const;

/** Converts the decider in the URL, a user's id or one of `otherDeciders`, to parameters of the API. */
export function toDeciderFilter(decider: string | undefined): {
  readonly userId?: string;
  readonly via?: Schemas['Decider']['via'];
} {
  if (decider === undefined) return {};
  return decider === 'policy' || decider === 'comment' ? { via: decider } : { userId: decider };
}
