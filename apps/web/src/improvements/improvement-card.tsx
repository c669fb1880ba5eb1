import { Badge, Button, Card, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { useTriageActions } from '../improvement/use-triage-actions.ts';
import { isImprovementSnoozed } from '../labels/describe-improvement.ts';
import { count } from '../labels/format.ts';
import { boardCardAttribute } from './board-keys.ts';

/** A card of the board. The keys a, d and s work while the card has the focus. */
export function ImprovementCard({ improvement }: { readonly improvement: Schemas['Improvement'] }) {
  const { id, title, state, stateSince, repository, issueNumber, issueUrl, peopleHours, problem } = improvement;
  const triage = useTriageActions(improvement);
  const navigate = useNavigate();
  const canDecide = useHasRole('triager') && state === 'proposed';
  const approve = () =>
    navigate({ to: '/improvements/$improvementId', params: { improvementId: id }, search: { edit: true } });
  function act(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey || !canDecide) return;
    const action = { a: approve, d: () => triage.decline(), s: () => triage.snooze() }[event.key];
    if (action === undefined) return;
    event.preventDefault();
    void action();
  }
  return (
    <Card withBorder padding="sm" component="article" onKeyDown={act}>
      <PageLink
        to="/improvements/$improvementId"
        params={{ improvementId: id }}
        size="sm"
        fw={600}
        lineClamp={4}
        {...{ [boardCardAttribute]: '' }}
      >
        {title}
      </PageLink>
      <Text size="xs" c="dimmed" mt={4}>
        {issueNumber === null ? (
          (repository ?? 'no repository known')
        ) : (
          <ExternalLink url={issueUrl}>
            {repository}#{issueNumber}
          </ExternalLink>
        )}
        {' · '}
        <Timestamp at={stateSince} as="age" />
        {peopleHours !== null && ` · took about ${count(Math.round(peopleHours), 'hour')}`}
      </Text>
      <Group gap={4}>
        {state === 'approved' && problem === null && <Badge size="sm">being opened</Badge>}
        {problem !== null && (
          <Badge size="sm" color="red" variant="light">
            could not be written
          </Badge>
        )}
        {isImprovementSnoozed(improvement) && (
          <Badge size="sm" color="gray" variant="light">
            snoozed
          </Badge>
        )}
      </Group>
      {canDecide && (
        <Group gap={4} mt="xs" wrap="nowrap">
          <Button size="compact-xs" px={6} onClick={approve}>
            Approve …
          </Button>
          <Button
            size="compact-xs"
            px={6}
            variant="default"
            loading={triage.isPending}
            onClick={() => triage.decline()}
          >
            Decline
          </Button>
          <Button size="compact-xs" px={6} variant="default" onClick={() => triage.snooze()}>
            Snooze
          </Button>
        </Group>
      )}
    </Card>
  );
}
