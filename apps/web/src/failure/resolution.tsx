import { Blockquote, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../parts/evidence-list.tsx';
import { resolutionWords } from '../words/answer-words.ts';
import { howSure } from '../words/how-sure.ts';
import { ChangeCard } from './change-card.tsx';
import type { Decisions } from './read-decisions.ts';

interface Props {
  readonly failure: Schemas['FailureAnswer'];
  readonly decisions: Decisions;
}

/** How a failure was resolved: the quotation from its report, then the linked change or what else its text tells. Absent where nothing is known. */
export function Resolution({ failure: { id, resolution, changeAnswer }, decisions }: Props) {
  const stated = resolution?.stated ?? null;
  const endedBy = changeAnswer?.endedBy ?? null;
  const told = endedBy === null || endedBy.kind === 'unknown' ? null : { ...endedBy, kind: endedBy.kind };
  // The quotation says more than that a manual step or nothing known did it.
  const showsTold = told !== null && (told.changeId !== null || stated === null);
  if (stated === null && !showsTold) return null;
  const isPossible = resolution?.change?.certainty === 'possible';
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>Resolution</Title>
      {stated && (
        <Blockquote
          p="sm"
          style={{ whiteSpace: 'pre-line' }}
          cite={`Quoted from the report: ${howSure(stated.confidence)}`}
        >
          {stated.quote}
        </Blockquote>
      )}
      {showsTold && (
        <Text>
          {isPossible ? `Possibly ${resolutionWords[told.kind].toLowerCase()}` : resolutionWords[told.kind]}:{' '}
          {howSure(told.confidence)}.
        </Text>
      )}
      {showsTold &&
        (told.changeId === null ? (
          <EvidenceList evidence={told.evidence} />
        ) : (
          <ChangeCard
            change={told.change}
            evidence={told.evidence}
            link={{ type: 'ended_by', failureId: id, targetId: told.changeId }}
            decisions={decisions}
          />
        ))}
    </Stack>
  );
}
