import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { notify, notifyProblem } from '../components/notify.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import {
  canApproveImprovement,
  canDeclineImprovement,
  describeUndo,
  isImprovementSnoozed,
  isInvestigation,
} from '../labels/describe-improvement.ts';
import { defaultPatternDays } from '../patterns/to-pattern-filter.ts';
import { undoImprovementDecision } from './use-triage-actions.ts';
import { useTriageDialogs } from './use-triage-dialogs.tsx';

export function TriageBar({ improvement }: { readonly improvement: Schemas['Improvement'] }) {
  const navigate = useNavigate({ from: '/improvements/$improvementId' });
  const triage = useTriageDialogs(improvement);
  const next = useNextProposal(improvement.id);
  return (
    <Group gap="xs" className="not-printed">
      <VisibleForRole needs="triager">
        {canApproveImprovement(improvement) && (
          <Button
            aria-keyshortcuts="a"
            data-shortcut="Review and approve"
            onClick={() => void navigate({ search: { edit: true } })}
          >
            {isInvestigation(improvement) ? 'Review and open an investigation …' : 'Review and approve …'}
          </Button>
        )}
        {canDeclineImprovement(improvement) && (
          <Button
            variant="default"
            aria-keyshortcuts="d"
            data-shortcut="Decline"
            loading={triage.isPending}
            onClick={triage.askToDecline}
          >
            {improvement.issueNumber === null ? 'Decline …' : 'Decline and close the issue …'}
          </Button>
        )}
        {improvement.state === 'proposed' &&
          (isImprovementSnoozed(improvement) ? (
            <Button variant="default" aria-keyshortcuts="s" onClick={triage.wake}>
              End snooze
            </Button>
          ) : (
            <Button variant="default" aria-keyshortcuts="s" data-shortcut="Snooze" onClick={triage.askToSnooze}>
              Snooze …
            </Button>
          ))}
        <UndoDecision improvement={improvement} />
        {triage.dialog}
      </VisibleForRole>
      {next !== null && (
        <PageLink to="/improvements/$improvementId" params={{ improvementId: next }} size="sm">
          Next proposal →
        </PageLink>
      )}
    </Group>
  );
}

/** Undoes the latest decision, if the improvement has not moved on since. */
function UndoDecision({ improvement }: { readonly improvement: Schemas['Improvement'] }) {
  const undo = useMutation({
    mutationFn: () => undoImprovementDecision(improvement, improvement),
    onSuccess: () => notify({ message: `Undid the last decision on “${improvement.title}”.` }),
    onError: notifyProblem,
  });
  const label = describeUndo(improvement);
  if (label === null) return null;
  return (
    <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
      {label}
    </Button>
  );
}

/** Returns the id of the proposal with the highest impact that is not snoozed, except this one; null if there is none. */
function useNextProposal(currentId: string): string | null {
  const { data } = refrain.useQuery('get', '/v1/improvements', {
    params: { query: { state: 'proposed', days: defaultPatternDays, sort: 'impactHours', limit: 50 } },
  });
  const waiting = data?.items.filter((other) => other.id !== currentId && !isImprovementSnoozed(other)) ?? [];
  return waiting[0]?.id ?? null;
}
