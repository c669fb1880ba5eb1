import type { Failure } from '@refrain/domain';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';
import { findChangeOfFailure } from './find-change-of-failure.ts';
import { findResolvingChange } from './find-resolving-change.ts';
import type { ShipmentFinder } from './find-shipments.ts';
import { createSuggestedLink, type LinkDecisions, type SuggestedLink } from './link-decisions.ts';
import type { RevertIndex } from './revert-index.ts';

export interface LinkedCause {
  readonly unit: ChangeUnit;
  readonly score: number;
}

const minCommitConfidence = 0.95;

export function linkFailuresToOwnChanges(
  failures: readonly Failure[],
  index: ChangeIndex,
  reverts: RevertIndex,
  findShipments: ShipmentFinder,
  decisions: LinkDecisions,
): { links: SuggestedLink[]; causes: Map<string, LinkedCause> } {
  const links: SuggestedLink[] = [];
  const causes = new Map<string, LinkedCause>();
  for (const failure of failures) {
    const unit = decisions.confirmedTarget('caused_by', failure.id, index) ?? findChangeOfFailure(failure, index);
    if (unit !== null && !decisions.isRejected('caused_by', failure.id, unit)) {
      const detail =
        failure.kind === 'reverted_change' ? 'the commit that was taken back' : 'the commit that was deployed';
      const evidence = [{ signal: 'sha', detail, weight: minCommitConfidence }];
      links.push(createSuggestedLink('caused_by', failure, unit.head, minCommitConfidence, evidence));
      causes.set(failure.id, { unit, score: minCommitConfidence });
    }
    if (unit !== null && failure.kind === 'reverted_change')
      for (const { deployment, score, evidence } of findShipments(failure, unit))
        links.push(createSuggestedLink('shipped_by', failure, deployment, score, evidence));
    const ending = findResolvingChange(failure, index, reverts);
    if (ending !== null && !decisions.isRejected('resolved_by', failure.id, ending.unit))
      links.push(createSuggestedLink('resolved_by', failure, ending.target, ending.score, ending.evidence));
  }
  return { links, causes };
}
