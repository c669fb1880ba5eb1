import type { ChangeRef, FailureRef, Truth } from './truth.ts';

export interface TrueRevert {
  /** True verdict; `unclear` if no text says whether something had failed. */
  readonly verdict: 'failure' | 'planned' | 'unclear';
  readonly revert: ChangeRef | FailureRef;
  /** Id of the event. All reverts of a stack have the same id. */
  readonly eventId: string;
}

export function listTrueReverts({ episodes, plannedReverts, reapplied, unclearReverts }: Truth): TrueRevert[] {
  const planned = [...plannedReverts.map(({ revert }) => revert), ...reapplied.map(({ reapply }) => reapply)];
  return [
    ...episodes.flatMap(({ id, failures }) =>
      failures
        .filter(({ kind }) => kind === 'reverted_change')
        .map((revert) => ({ verdict: 'failure' as const, revert, eventId: id })),
    ),
    ...planned.map((revert) => ({ verdict: 'planned' as const, revert, eventId: revert.id })),
    ...unclearReverts.map(({ revert }) => ({ verdict: 'unclear' as const, revert, eventId: revert.id })),
  ];
}
