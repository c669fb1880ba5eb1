import { Button, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { Section } from '../components/section.tsx';
import { ProblemNotice } from '../components/states.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { changeVerdictLabels, incidentResolutionLabels } from '../labels/domain-labels.ts';
import { formatLikelihood } from '../labels/format.ts';
import { useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import { ChangeCard } from './change-card.tsx';
import type { FailureDecisions } from './read-failure-decisions.ts';

type Answer = NonNullable<Schemas['FailureResponse']['changeAssessment']>;

interface Props {
  readonly failureId: string;
  readonly answer: Answer;
  readonly decisions: FailureDecisions;
}

export function ChangeAssessment({ failureId, answer, decisions }: Props) {
  // Candidates are hidden once a user has decided that no change was the trigger.
  const candidates = decisions.notChangeRelated ? [] : answer.candidates;
  return (
    <Section title="Trigger">
      <Verdict failureId={failureId} answer={answer} decisions={decisions} />
      {candidates.map(({ changeId, change, score, evidence }) => (
        <ChangeCard
          key={changeId}
          change={change}
          note={formatLikelihood(score)}
          evidence={evidence}
          link={{ type: 'caused_by', failureId, targetId: changeId }}
          decisions={decisions}
        />
      ))}
    </Section>
  );
}

function Verdict({ failureId, answer: { verdict, confidence, evidence, isDecided, candidates }, decisions }: Props) {
  const canDecide = useHasRole('triager');
  const decide = useStoreDecisions();
  const send = () =>
    decide.mutate({
      decisions: [{ kind: 'not_change_related', failureId }],
      message: 'Marked as not triggered by a change.',
    });
  if (decisions.notChangeRelated) return <Text>Not triggered by a change, according to a person.</Text>;
  const certainty = isDecided
    ? ', according to a person'
    : verdict === 'undecided'
      ? ''
      : ` (${formatLikelihood(confidence)})`;
  return (
    <>
      <Text>
        {changeVerdictLabels[verdict]}
        {certainty}.
      </Text>
      {/* Otherwise the card of the candidate shows the evidence. */}
      {(verdict !== 'change' || candidates.length === 0) && <EvidenceList evidence={evidence} />}
      {canDecide && !isDecided && verdict !== 'not_change_related' && (
        <Button
          variant="default"
          size="xs"
          className="not-printed"
          style={{ alignSelf: 'flex-start' }}
          onClick={send}
          loading={decide.isPending}
        >
          No change triggered this
        </Button>
      )}
      {decide.error && <ProblemNotice error={decide.error} retry={send} />}
    </>
  );
}

interface ResolutionProps {
  readonly failure: Schemas['FailureResponse'];
  readonly decisions: FailureDecisions;
}

/** Shows the change or step that resolved a failure, if one is linked or inferred. `StatementList` quotes its report. */
export function Resolution({ failure, decisions }: ResolutionProps) {
  const { id, resolution, statements, changeAssessment } = failure;
  const resolvedBy = changeAssessment?.resolvedBy ?? null;
  const inferred =
    resolvedBy === null || resolvedBy.kind === 'unknown' ? null : { ...resolvedBy, kind: resolvedBy.kind };
  // A quotation is more informative than an inferred resolution without a change.
  if (inferred === null || (inferred.changeId === null && statements.resolution !== null)) return null;
  const isPossible = resolution?.change?.certainty === 'possible';
  return (
    <Section title="Resolution">
      <Text>
        {isPossible
          ? `Possibly ${incidentResolutionLabels[inferred.kind].toLowerCase()}`
          : incidentResolutionLabels[inferred.kind]}{' '}
        ({formatLikelihood(inferred.confidence)}).
      </Text>
      {inferred.changeId === null ? (
        <EvidenceList evidence={inferred.evidence} />
      ) : (
        <ChangeCard
          change={inferred.change}
          evidence={inferred.evidence}
          link={{ type: 'resolved_by', failureId: id, targetId: inferred.changeId }}
          decisions={decisions}
        />
      )}
    </Section>
  );
}
