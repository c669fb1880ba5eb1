import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { handleSubmit } from '../components/forms.tsx';
import { PageLink } from '../components/links.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { canApproveImprovement, canDeclineImprovement, isImprovementSnoozed } from '../labels/describe-improvement.ts';
import { useTriageActions } from './use-triage-actions.ts';

export function TriageBar({ improvement }: { readonly improvement: Schemas['Improvement'] }) {
  const navigate = useNavigate({ from: '/improvements/$improvementId' });
  const triage = useTriageActions(improvement);
  const next = useNextProposal(improvement.id);
  return (
    <Group gap="xs" className="not-printed">
      <VisibleForRole needs="triager">
        {canApproveImprovement(improvement) && (
          <Button onClick={() => void navigate({ search: { edit: true } })}>Review and approve …</Button>
        )}
        {canDeclineImprovement(improvement) && (
          <Decline
            decline={triage.decline}
            isPending={triage.isPending}
            label={improvement.issueNumber === null ? 'Decline …' : 'Decline and close the issue …'}
          />
        )}
        {improvement.state === 'proposed' &&
          (isImprovementSnoozed(improvement) ? (
            <Button variant="default" onClick={triage.wake}>
              End snooze
            </Button>
          ) : (
            <Button variant="default" onClick={() => triage.snooze()}>
              Snooze for 30 days
            </Button>
          ))}
      </VisibleForRole>
      {next !== null && (
        <PageLink to="/improvements/$improvementId" params={{ improvementId: next }} size="sm">
          Next proposal →
        </PageLink>
      )}
    </Group>
  );
}

interface DeclineProps {
  decline(reason?: string): void;
  readonly isPending: boolean;
  readonly label: string;
}

/** A button that declines the improvement, with an optional reason that is written into the issue. */
function Decline({ decline, isPending, label }: DeclineProps) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  return (
    <Popover opened={isOpen} onDismiss={close} trapFocus position="bottom-start" shadow="md">
      <Popover.Target>
        <Button variant="default" onClick={toggle} loading={isPending}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack
          component="form"
          gap="xs"
          w={300}
          onSubmit={handleSubmit(() => {
            decline(reason.trim());
            close();
          })}
        >
          <TextInput
            label="Why, if you like"
            placeholder="It is rebuilt this quarter"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit">Decline</Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Returns the id of the oldest proposal that is not snoozed, except this one; null if there is none. */
function useNextProposal(currentId: string): string | null {
  const { data } = refrain.useQuery('get', '/v1/improvements', {
    params: { query: { state: 'proposed', limit: 50 } },
  });
  const waiting = data?.items.filter((other) => other.id !== currentId && !isImprovementSnoozed(other)) ?? [];
  return waiting[0]?.id ?? null;
}
