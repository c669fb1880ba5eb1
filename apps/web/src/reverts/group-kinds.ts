import type { Schemas } from '../api/refrain.ts';

type Kind = Pick<Schemas['RevertTemplatesResponse']['items'][number], 'needsDecision' | 'decision'>;

/** Groups the kinds of reverts by what is left to do. Each group keeps the order of the kinds. */
export function groupKinds<T extends Kind>(kinds: readonly T[]) {
  return {
    undecided: kinds.filter(({ needsDecision }) => needsDecision),
    other: kinds.filter(({ needsDecision, decision }) => !needsDecision && decision === null),
    decided: kinds.filter(({ decision }) => decision !== null),
  };
}
