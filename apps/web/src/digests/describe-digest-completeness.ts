import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

/** Warns that the data of a digest is incomplete. Returns null if all accounts were read without gaps. */
export function describeDigestCompleteness({ accounts, problems, gaps }: Schemas['Completeness']): string | null {
  const warnings = [
    ...(problems.length === 0
      ? []
      : [
          `${problems.length} of ${count(accounts, 'account')} ${problems.length === 1 ? 'needs' : 'need'} attention (${problems
            .map(({ account, problem }) => `${account}: ${problem}`)
            .join('; ')})`,
        ]),
    ...(gaps === 0 ? [] : [`records from ${count(gaps, 'day')} are missing`]),
  ];
  return warnings.length === 0 ? null : `Incomplete data: ${warnings.join('; ')}.`;
}
