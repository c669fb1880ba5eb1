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
import classes from './improvement-card.module.css';

interface Props {
  readonly improvement: Schemas['ListedImprovement'];
}

/** A card of the board. The keys a, d and s work while the card has the focus. */
export function ImprovementCard({ improvement }: Props) {
  const { id, patternName, guardrailName, state, stateSince, peopleHours, problem } = improvement;
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
    <Card withBorder padding="sm" component="article" className={classes.card ?? ''} onKeyDown={act}>
      <PageLink
        to="/improvements/$improvementId"
        params={{ improvementId: id }}
        size="sm"
        fw={600}
        lineClamp={2}
        className={classes.name}
        title={patternName}
        c="bright"
        {...{ [boardCardAttribute]: '' }}
      >
        {patternName}
      </PageLink>
      <Text size="sm" truncate title={guardrailName ?? undefined}>
        {guardrailName ?? 'No guardrail recommended'}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        <IssueLink improvement={improvement} />
      </Text>
      <Group gap={6} wrap="nowrap">
        <Text size="xs" c="dimmed" truncate>
          {peopleHours !== null && `${count(Math.round(peopleHours), 'engineer-hour')} · `}
          <Timestamp at={stateSince} as="age" />
        </Text>
        {state === 'approved' && problem === null && <Badge size="sm">opening</Badge>}
        {problem !== null && (
          <Badge size="sm" color="red" variant="light">
            write failed
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

function IssueLink({ improvement: { repository, issueNumber, issueUrl } }: Props) {
  if (issueNumber === null) return repository ?? 'No repository';
  return (
    <ExternalLink url={issueUrl}>
      {repository}#{issueNumber}
    </ExternalLink>
  );
}
