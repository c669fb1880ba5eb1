import { Blockquote, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { describeConfidence } from '../labels/format.ts';
import { resolutionLabels } from '../labels/link-labels.ts';
import { ChangeCard } from './change-card.tsx';
import type { FailureDecisions } from './read-failure-decisions.ts';

interface Props {
  readonly failure: Schemas['FailureResponse'];
  readonly decisions: FailureDecisions;
}

/** Shows how a failure was resolved: a quotation from its report, then the linked or inferred resolution, if known. */
export function Resolution({ failure: { id, resolution, changeAssessment }, decisions }: Props) {
  const stated = resolution?.stated ?? null;
  const resolvedBy = changeAssessment?.resolvedBy ?? null;
  const inferred =
    resolvedBy === null || resolvedBy.kind === 'unknown' ? null : { ...resolvedBy, kind: resolvedBy.kind };
  // A quotation is more informative than an inferred resolution without a change.
  const showsInferred = inferred !== null && (inferred.changeId !== null || stated === null);
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
          {isPossible ? `Possibly ${resolutionLabels[inferred.kind].toLowerCase()}` : resolutionLabels[inferred.kind]}:{' '}
          {describeConfidence(inferred.confidence)}.
        </Text>
      )}
      {showsInferred &&
        (inferred.changeId === null ? (
          <EvidenceList evidence={inferred.evidence} />
        ) : (
          <ChangeCard
            change={inferred.change}
            evidence={inferred.evidence}
            link={{ type: 'resolved_by', failureId: id, targetId: inferred.changeId }}
            decisions={decisions}
          />
        ))}
    </Stack>
  );
}
