import { Button, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { ProblemNotice } from '../components/states.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { triggerLabels } from '../labels/domain-labels.ts';
import { capitalise, count, formatLikelihood } from '../labels/format.ts';
import { useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import type { CorrectStatement } from './arrange-statements.ts';
import { ChangeCard } from './change-card.tsx';
import { concludeTrigger } from './conclude-trigger.ts';
import type { FailureDecisions } from './read-failure-decisions.ts';
import { StatementRow } from './statement-row.tsx';

interface Props {
  readonly failure: Schemas['FailureResponse'];
  readonly decisions: FailureDecisions;
  readonly quote: string | null;
  readonly correct: CorrectStatement;
}

/** Shows one answer to what triggered a failure: what its text states, or else what the changes before it suggest. */
export function TriggerRow({ failure, decisions, quote, correct }: Props) {
  const { changeAssessment, statements } = failure;
  const { trigger } = statements;
  const { notChangeRelated } = decisions;
  const conclusion = concludeTrigger(changeAssessment, { isStated: trigger !== null, notChangeRelated });
  if (trigger === null && conclusion === null) return null;
  return (
    <StatementRow
      name="trigger"
      statement={trigger}
      quote={quote}
      correct={correct}
      value={trigger && capitalise(triggerLabels[trigger.trigger])}
    >
      {conclusion && <Text size="sm">{conclusion}</Text>}
      {changeAssessment && !notChangeRelated && (
        <Candidates failure={failure} assessment={changeAssessment} decisions={decisions} />
      )}
    </StatementRow>
  );
}

interface CandidatesProps {
  readonly failure: Schemas['FailureResponse'];
  readonly assessment: NonNullable<Schemas['FailureResponse']['changeAssessment']>;
  readonly decisions: FailureDecisions;
}

/** Shows the most likely change if a change triggered the failure, and folds the others with the reasons. */
function Candidates({ failure: { id, statements }, assessment, decisions }: CandidatesProps) {
  const { verdict, candidates, evidence } = assessment;
  const shown = verdict === 'change' ? candidates.slice(0, 1) : [];
  const others = candidates.slice(shown.length);
  const showsReasons = shown.length === 0 && statements.trigger === null && evidence.length > 0;
  const card = ({ changeId, change, score, evidence: reasons }: (typeof candidates)[number]) => (
    <ChangeCard
      key={changeId}
      change={change}
      {...(changeId !== shown[0]?.changeId && { note: formatLikelihood(score) })}
      evidence={reasons}
      link={{ type: 'caused_by', failureId: id, targetId: changeId }}
      decisions={decisions}
    />
  );
  return (
    <Stack gap="xs" mt={4} align="stretch">
      {shown.map(card)}
      {(others.length > 0 || showsReasons) && (
        <details>
          <Text component="summary" size="sm" c="dimmed">
            {others.length === 0
              ? 'Why'
              : count(others.length, 'change that is less likely', 'changes that are less likely')}
          </Text>
          <Stack gap="xs">
            {showsReasons && <EvidenceList evidence={evidence} />}
            {others.map(card)}
          </Stack>
        </details>
      )}
      {shown.length > 0 && <RejectChanges failureId={id} assessment={assessment} />}
    </Stack>
  );
}

function RejectChanges({
  failureId,
  assessment: { isDecided },
}: Pick<CandidatesProps, 'assessment'> & { readonly failureId: string }) {
  const canDecide = useHasRole('triager');
  const decide = useStoreDecisions();
  const send = () =>
    decide.mutate({
      decisions: [{ kind: 'not_change_related', failureId }],
      message: 'Marked as not triggered by a change.',
    });
  return (
    <>
      {canDecide && !isDecided && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          ml={-8}
          className="not-printed"
          style={{ alignSelf: 'flex-start' }}
          onClick={send}
          loading={decide.isPending}
        >
          Mark as not triggered by a change
        </Button>
      )}
      {decide.error && <ProblemNotice error={decide.error} retry={send} />}
    </>
  );
}
