import { Badge, Button, Card, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { useTriageDialogs } from '../improvement/use-triage-dialogs.tsx';
import { listItem } from '../keys/list-items.ts';
import { isImprovementSnoozed, isInvestigation } from '../labels/describe-improvement.ts';
import { improvementStateLabels } from '../labels/domain-labels.ts';
import { capitalise, count } from '../labels/format.ts';
import { ShortServiceList } from '../list/cells.tsx';
import classes from './improvement-card.module.css';

interface Props {
  readonly improvement: Schemas['ListedImprovement'];
  /** The period of the engineer-hours, such as “12 months” */
  readonly period: string;
}

/** A card of the board. Its buttons have keys while the card has the focus. */
export function ImprovementCard({ improvement, period }: Props) {
  const { id, patternName, guardrailName, services, episodes, lastAt, repository } = improvement;
  const { issueNumber, issueUrl, state, stateSince, peopleHours, problem } = improvement;
  const triage = useTriageDialogs(improvement);
  const navigate = useNavigate();
  const canDecide = useHasRole('triager') && state === 'proposed';
  const approve = () =>
    navigate({ to: '/improvements/$improvementId', params: { improvementId: id }, search: { edit: true } });
  return (
    <Card withBorder padding="sm" component="article" className={classes.card ?? ''} {...listItem}>
      <PageLink
        to="/improvements/$improvementId"
        params={{ improvementId: id }}
        size="sm"
        fw={600}
        lineClamp={2}
        title={patternName}
        c="bright"
      >
        {patternName}
      </PageLink>
      <Text size="sm" truncate title={guardrailName ?? undefined}>
        {guardrailName ?? 'Investigation: no fix known yet'}
      </Text>
      <Text size="xs" c="dimmed">
        {count(episodes, 'episode')}, last seen <Timestamp at={lastAt} as="age" />
      </Text>
      {peopleHours !== null && (
        <Text size="xs" c="dimmed">
          About {count(Math.round(peopleHours), 'engineer-hour')} in {period}
        </Text>
      )}
      <Text size="xs" c="dimmed" component="div" truncate>
        {services.length > 0 ? <ShortServiceList names={services} /> : (repository ?? 'No repository')}
      </Text>
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed" truncate>
          {issueNumber !== null && (
            <>
              <ExternalLink url={issueUrl}>#{issueNumber}</ExternalLink>
              {' · '}
            </>
          )}
          {capitalise(improvementStateLabels[state])} <Timestamp at={stateSince} as="age" />
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
        <Group gap={2} wrap="nowrap" className={classes.actions ?? ''}>
          <Button
            size="compact-xs"
            px={6}
            variant="light"
            aria-keyshortcuts="a"
            data-shortcut="Review and approve"
            onClick={approve}
          >
            {isInvestigation(improvement) ? 'Investigate …' : 'Approve …'}
          </Button>
          <Button
            size="compact-xs"
            px={6}
            variant="subtle"
            color="gray"
            c="inherit"
            aria-keyshortcuts="d"
            data-shortcut="Decline"
            loading={triage.isPending}
            onClick={triage.askToDecline}
          >
            Decline …
          </Button>
          <Button
            size="compact-xs"
            px={6}
            variant="subtle"
            color="gray"
            c="inherit"
            aria-keyshortcuts="s"
            data-shortcut="Snooze"
            onClick={triage.askToSnooze}
          >
            Snooze …
          </Button>
        </Group>
      )}
      {triage.dialog}
    </Card>
  );
}
