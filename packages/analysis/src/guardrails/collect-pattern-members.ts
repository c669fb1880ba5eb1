import type { Change, Failure, Link, ResolutionKind } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { isRevertTitle } from '../text/extract-original-title.ts';
import { normaliseDocument } from '../text/normalise-document.ts';
import type { PatternMember } from './guardrail-recommendation-input.ts';

/** @param links null if linking has not run; may include links of failures outside `failures` */
export function collectPatternMembers(
  failures: readonly Failure[],
  links: readonly Link[] | null,
  changes: ReadonlyMap<string, Change>,
): PatternMember[] {
  const ids = new Set(failures.map(({ id }) => id));
  const own = (links ?? []).filter(({ failureId, status }) => ids.has(failureId) && status !== 'rejected');
  const linksOf = groupBy(own, ({ failureId }) => [failureId]);
  return failures.map((failure) => {
    const changesOf = (type: Link['type']) =>
      (linksOf.get(failure.id) ?? [])
        .filter((link) => link.type === type)
        .sort((a, b) => b.score - a.score || (a.targetId < b.targetId ? -1 : 1))
        .flatMap(({ targetId }) => changes.get(targetId) ?? []);
    const causes = changesOf('caused_by');
    const paths = [...failure.paths, ...causes.flatMap((change) => change.paths)];
    return {
      document: normaliseDocument(failure),
      report: failure,
      kind: failure.kind,
      paths: [...new Set(paths)],
      resolution: links === null ? null : findResolutionKind(failure, changesOf('resolved_by')[0]),
      isAfterChange: links === null ? null : causes.length > 0,
    };
  });
}

function findResolutionKind(failure: Failure, change: Change | undefined): ResolutionKind | null {
  if (failure.kind === 'reverted_change') return 'reverted';
  if (change === undefined) return failure.resolvedAt === null ? null : 'self_resolved';
  if (failure.kind === 'failed_deployment' && change.sha !== null && change.sha === failure.sha) return 'retried';
  return isRevertTitle(change.title) ? 'reverted' : 'fixed_forward';
}
