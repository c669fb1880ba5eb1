import { ActionIcon, Button, Group } from '@mantine/core';
import { ClockIcon } from '@primer/octicons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Schemas } from '../api/refrain.ts';
import { useTriageDialogs } from '../improvement/use-triage-dialogs.tsx';
import { isInvestigation } from '../labels/describe-improvement.ts';

/** The decisions about a proposal. */
export function CardActions({ improvement }: { readonly improvement: Schemas['ListedImprovement'] }) {
  const triage = useTriageDialogs(improvement);
  const navigate = useNavigate();
  const approve = () =>
    navigate({ to: '/improvements/$improvementId', params: { improvementId: improvement.id }, search: { edit: true } });
  return (
    <Group gap={4} wrap="nowrap" mt={4}>
      <Button
        size="compact-xs"
        flex="none"
        variant="light"
        aria-keyshortcuts="a"
        data-shortcut="Review and approve"
        onClick={approve}
      >
        {isInvestigation(improvement) ? 'Investigate …' : 'Approve …'}
      </Button>
      <Button
        size="compact-xs"
        flex="none"
        variant="default"
        aria-keyshortcuts="d"
        data-shortcut="Decline"
        loading={triage.isPending}
        onClick={triage.askToDecline}
      >
        Decline …
      </Button>
      <ActionIcon
        size={22}
        ml="auto"
        variant="subtle"
        color="gray"
        aria-label="Snooze …"
        title="Snooze …"
        aria-keyshortcuts="s"
        data-shortcut="Snooze"
        onClick={triage.askToSnooze}
      >
        <ClockIcon size={14} aria-hidden />
      </ActionIcon>
      {triage.dialog}
    </Group>
  );
}
