import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import type { CorrectStatement } from './arrange-statements.ts';
import { ChangeCard } from './change-card.tsx';
import { concludeResolution } from './conclude-resolution.ts';
import type { FailureDecisions } from './read-failure-decisions.ts';
import { StatementRow } from './statement-row.tsx';

interface Props {
  readonly failure: Schemas['FailureResponse'];
  readonly decisions: FailureDecisions;
  readonly quote: string | null;
  readonly correct: CorrectStatement;
}

/** Shows what resolved a failure: what its text states, and the change that did it or may have done it. */
export function ResolutionRow({ failure, decisions, quote, correct }: Props) {
  const { kind, resolvedAt, statements, changeAssessment, resolution } = failure;
  const resolvedBy = changeAssessment?.resolvedBy;
  const certainty = resolution?.change?.certainty ?? null;
  const conclusion = resolvedBy ? concludeResolution(resolvedBy, certainty) : null;
  // A statement is better than a guess without a change.
  const isShown = conclusion !== null && (quote === null || resolvedBy?.changeId !== null);
  const isOpen = kind === 'incident' && resolvedAt === null;
  if (quote === null && !isShown && !isOpen) return null;
  return (
    <StatementRow name="resolution" statement={statements.resolution} quote={quote} correct={correct}>
      {isOpen && quote === null && !isShown && <Text size="sm">Not resolved yet, or its end is not recorded.</Text>}
      {isShown && resolvedBy && (
        <>
          <Text size="sm" mb={resolvedBy.changeId === null ? 0 : 4}>
            {conclusion}
          </Text>
          {resolvedBy.changeId === null ? (
            resolvedBy.kind === 'manual' && <EvidenceList evidence={resolvedBy.evidence} />
          ) : (
            <ChangeCard
              change={resolvedBy.change}
              evidence={resolvedBy.evidence}
              link={{ type: 'resolved_by', failureId: failure.id, targetId: resolvedBy.changeId }}
              decisions={decisions}
            />
          )}
        </>
      )}
    </StatementRow>
  );
}
