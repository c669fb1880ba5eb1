import type { Change, EndingKind, Failure, Link } from '@refrain/domain';
import { isTakenBack } from '../lessons/unwrap-title.ts';
import { normalise } from '../text/normalise.ts';
import type { GuardrailMember } from './guardrail-input.ts';

/**
 * Failures as the choice of a guardrail reads them, from what linking says.
 * @param links of these failures, and others; null where linking has not run
 * @param changes by their id
 */
export function readGuardrailMembers(
  failures: readonly Failure[],
  links: readonly Link[] | null,
  changes: ReadonlyMap<string, Change>,
): GuardrailMember[] {
  const known = (links ?? []).filter(({ status }) => status !== 'rejected');
  return failures.map((failure) => {
    const changesOf = (type: Link['type']) =>
      known
        .filter((link) => link.type === type && link.failureId === failure.id)
        .sort((a, b) => b.score - a.score || (a.targetId < b.targetId ? -1 : 1))
        .flatMap(({ targetId }) => changes.get(targetId) ?? []);
    const causes = changesOf('caused_by');
    const paths = [...failure.paths, ...causes.flatMap((change) => change.paths)];
    return {
      document: normalise(failure),
      kind: failure.kind,
      paths: [...new Set(paths)],
      ending: links === null ? null : findEndingKind(failure, changesOf('ended_by')[0]),
      isAfterChange: links === null ? null : causes.length > 0,
    };
  });
}

function findEndingKind(failure: Failure, change: Change | undefined): EndingKind | null {
  if (failure.kind === 'reverted_change') return 'taken_back';
  if (change === undefined) return failure.resolvedAt === null ? null : 'by_itself';
  if (failure.kind === 'failed_deployment' && change.sha !== null && change.sha === failure.sha) return 'retried';
  return isTakenBack(change.title) ? 'taken_back' : 'fixed_forward';
}
