import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

export function describeDigestCompleteness({ accounts, problems, gaps, unassigned }: Schemas['Completeness']): string {
  const read =
    problems.length === 0
      ? `${count(accounts, 'account')}`
      : `${problems.length} of ${count(accounts, 'account')} ${problems.length === 1 ? 'needs' : 'need'} attention (${problems
          .map(({ account, problem }) => `${account}: ${problem}`)
          .join('; ')})`;
  const missing = gaps === 0 ? 'no gaps' : `${count(gaps, 'day')} with missing records`;
  return `${read}, ${missing}; ${unassigned.failures} of ${count(unassigned.of, 'failure')} belong to no pattern.`;
}
