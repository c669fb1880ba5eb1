import type { Schemas } from '../api/refrain.ts';

type Verdicts = Pick<Schemas['RevertTemplatesResponse']['items'][number], 'failures' | 'planned' | 'unclear'>;

/** Formats the number of reverts by verdict: `5 failures, 2 planned, 3 unclear`. Omits verdicts without reverts. */
export function formatVerdicts({ failures, planned, unclear }: Verdicts): string {
  return [
    [failures, failures === 1 ? 'failure' : 'failures'],
    [planned, 'planned'],
    [unclear, 'unclear'],
  ]
    .filter(([number]) => number !== 0)
    .map(([number, label]) => `${number} ${label}`)
    .join(', ');
}
