import { Button, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { useMay } from '../components/for-role.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { formatProbability } from '../labels/count.ts';
import { describeConfidence } from '../labels/describe-confidence.ts';
import { verdictLabels } from '../labels/link-labels.ts';
import { useDecide } from '../pattern/decide/use-decide.ts';
import { ChangeCard } from './change-card.tsx';
import type { Decisions } from './read-decisions.ts';

type Answer = NonNullable<Schemas['FailureResponse']['changeAssessment']>;

interface Props {
  readonly failureId: string;
  readonly answer: Answer;
  readonly decisions: Decisions;
}

/** Whether a change set an incident off, and which. */
export function ChangeAssessment({ failureId, answer, decisions }: Props) {
  // Who said that none did it is not told how likely each of them is.
  const candidates = decisions.notChangeRelated ? [] : answer.candidates;
  return (
    <>
      <Stack component="section" gap="xs">
        <Title order={2}>What set it off</Title>
        <Verdict failureId={failureId} answer={answer} decisions={decisions} />
        {candidates.map(({ changeId, change, score, evidence }) => (
          <ChangeCard
            key={changeId}
            change={change}
            says={`Chance that this set it off: ${formatProbability(score)}`}
            evidence={evidence}
            link={{ type: 'caused_by', failureId, targetId: changeId }}
            decisions={decisions}
          />
        ))}
      </Stack>
    </>
  );
}

function Verdict({ failureId, answer: { verdict, confidence, evidence, isDecided, candidates }, decisions }: Props) {
  const mayDecide = useMay('triager');
  const decide = useDecide();
  const send = () =>
    decide.mutate({
      decisions: [{ kind: 'not_change_related', failureId }],
      message: 'No change set this off: every later grouping knows.',
    });
  if (decisions.notChangeRelated) return <Text>No change set it off, as somebody decided.</Text>;
  const sure = isDecided
    ? ', as somebody decided'
    : verdict === 'undecided'
      ? ''
      : `: ${describeConfidence(confidence)}`;
  return (
    <>
      <Text>
        {verdictLabels[verdict]}
        {sure}.
      </Text>
      {/* Of a change, the candidate tells the same. */}
      {(verdict !== 'change' || candidates.length === 0) && <EvidenceList evidence={evidence} />}
      {mayDecide && !isDecided && verdict !== 'not_change_related' && (
        <Button
          variant="default"
          size="xs"
          className="not-printed"
          style={{ alignSelf: 'flex-start' }}
          onClick={send}
          loading={decide.isPending}
        >
          No change set this off
        </Button>
      )}
      {decide.error && <ProblemNotice error={decide.error} retry={send} />}
    </>
  );
}
