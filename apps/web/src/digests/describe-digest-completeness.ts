import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

export function describeDigestCompleteness({ accounts, problems, gaps, unassigned }: Schemas['Completeness']): string {
  const read =
    problems.length === 0
      ? `${count(accounts, 'account')} ${accounts === 1 ? 'is' : 'are'} read`
      : `${problems.length} of ${count(accounts, 'account')} ${problems.length === 1 ? 'needs' : 'need'} attention (${problems
          .map(({ account, problem }) => `${account}: ${problem}`)
          .join('; ')})`;
  const missing = gaps === 0 ? 'no day is known to miss a record' : `${count(gaps, 'day')} miss records`;
  return `${read}, ${missing}, and ${unassigned.failures} of ${count(unassigned.of, 'failure')} are in no pattern.`;
}
