import type { Schemas } from '../api/refrain.ts';

export interface FixMarker {
  readonly at: string;
  readonly label: string;
}

/** Lists the fixes of an improvement, oldest first, with the time of their deployment or, if that is unknown, of their merge. */
export function listFixes(improvement: Pick<Schemas['Improvement'], 'fix' | 'pastFixes'> | null): readonly FixMarker[] {
  if (improvement === null) return [];
  return [...improvement.pastFixes, ...(improvement.fix === null ? [] : [improvement.fix])].map(
    ({ deployedAt, mergedAt }, at) => ({ at: deployedAt ?? mergedAt, label: at === 0 ? 'fix' : `fix ${at + 1}` }),
  );
}
