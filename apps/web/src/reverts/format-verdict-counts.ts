import type { Schemas } from '../api/refrain.ts';

type Verdicts = Pick<Schemas['RevertTemplatesResponse']['items'][number], 'failures' | 'planned' | 'unclear'>;

export function formatVerdictCounts({ failures, planned, unclear }: Verdicts): string {
  return [
    [failures, failures === 1 ? 'failure' : 'failures'],
    [planned, 'planned'],
    [unclear, 'unclear'],
  ]
    .filter(([number]) => number !== 0)
    .map(([number, label]) => `${number} ${label}`)
    .join(', ');
}
