import { Blockquote, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { describeConfidence } from '../labels/describe-confidence.ts';
import { resolutionLabels } from '../labels/link-labels.ts';
import { ChangeCard } from './change-card.tsx';
import type { Decisions } from './read-decisions.ts';

interface Props {
  readonly failure: Schemas['FailureResponse'];
  readonly decisions: Decisions;
}

/** How a failure was resolved: the quotation from its report, then the linked change or what else its text tells. Absent where nothing is known. */
export function Resolution({ failure: { id, resolution, changeAssessment }, decisions }: Props) {
  const stated = resolution?.stated ?? null;
  const resolvedBy = changeAssessment?.resolvedBy ?? null;
  const told = resolvedBy === null || resolvedBy.kind === 'unknown' ? null : { ...resolvedBy, kind: resolvedBy.kind };
  // The quotation says more than that a manual step or nothing known did it.
  const showsInferred = told !== null && (told.changeId !== null || stated === null);
  if (stated === null && !showsInferred) return null;
  const isPossible = resolution?.change?.certainty === 'possible';
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>Resolution</Title>
      {stated && (
        <Blockquote
          p="sm"
          style={{ whiteSpace: 'pre-line' }}
          cite={`Quoted from the report: ${describeConfidence(stated.confidence)}`}
        >
          {stated.quote}
        </Blockquote>
      )}
      {showsInferred && (
        <Text>
          {isPossible ? `Possibly ${resolutionLabels[told.kind].toLowerCase()}` : resolutionLabels[told.kind]}:{' '}
          {describeConfidence(told.confidence)}.
        </Text>
      )}
      {showsInferred &&
        (told.changeId === null ? (
          <EvidenceList evidence={told.evidence} />
        ) : (
          <ChangeCard
            change={told.change}
            evidence={told.evidence}
            link={{ type: 'resolved_by', failureId: id, targetId: told.changeId }}
            decisions={decisions}
          />
        ))}
    </Stack>
  );
}
