import type { Schemas } from '../api/refrain.ts';
import { formatDuration } from '../labels/times.ts';

type Failure = Pick<Schemas['FailureResponse'], 'kind' | 'occurredAt' | 'resolvedAt'> & {
  readonly statements: Pick<Schemas['FailureResponse']['statements'], 'resolution'>;
};

/**
 * Says that an incident is still open. If its text states a resolution, only the record is open, because nobody closed it.
 * Returns null for a closed incident.
 * @param provider the name of the provider; null for imported files, which may only lack the end
 */
export function describeOpenState(
  { kind, occurredAt, resolvedAt, statements }: Failure,
  provider: string | null,
  now: string,
): string | null {
  if (kind !== 'incident' || resolvedAt !== null || provider === null) return null;
  return statements.resolution === null
    ? `Open for ${formatDuration(occurredAt, now)}`
    : `Resolved according to its text, but not closed in ${provider}`;
}
