import { Card, Group, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { listItem } from '../keys/list-items.ts';
import { isImprovementSnoozed } from '../labels/describe-improvement.ts';
import { count, formatHours } from '../labels/format.ts';
import { formatDay } from '../labels/times.ts';
import classes from './board.module.css';
import { CardActions } from './card-actions.tsx';
import { CardState } from './card-state.tsx';

interface Props {
  readonly improvement: Schemas['ListedImprovement'];
  /** The period of the figures, such as “in the last 12 months” */
  readonly period: string;
}

/** A card of the board. Its buttons have keys while the card has the focus. */
export function ImprovementCard({ improvement, period }: Props) {
  const { id, patternName, guardrailName, effortDays, teams, state, reason } = improvement;
  const canDecide = useHasRole('triager') && state === 'proposed';
  const fix = guardrailName ?? 'Investigation';
  return (
    <Card withBorder padding="xs" component="article" className={classes.card ?? ''} {...listItem}>
      <PageLink
        to="/improvements/$improvementId"
        params={{ improvementId: id }}
        size="sm"
        fw={600}
        lineClamp={3}
        title={patternName}
        c="bright"
      >
        {patternName}
      </PageLink>
      <Group gap={6} wrap="nowrap" justify="space-between">
        <Text size="sm" truncate title={fix}>
          {fix}
        </Text>
        {effortDays !== null && (
          <Text size="xs" c="dimmed" flex="none" title="Assumed effort for one service or pipeline">
            {formatDays(effortDays)}
          </Text>
        )}
      </Group>
      <Text size="xs" c="dimmed" truncate title={describeFiguresInFull(improvement, period)}>
        {describeFigures(improvement)}
        {teams.length > 0 && ` · ${teams[0]}${teams.length > 1 ? ` +${teams.length - 1}` : ''}`}
      </Text>
      {state === 'declined' && reason !== null && (
        <Text size="xs" lineClamp={2} title={reason}>
          Reason: {reason}
        </Text>
      )}
      {(!canDecide || improvement.problem !== null || isImprovementSnoozed(improvement)) && (
        <CardState improvement={improvement} />
      )}
      {canDecide && <CardActions improvement={improvement} />}
    </Card>
  );
}

/** Formats an effort in person-days: `1–3 days`. */
function formatDays({ low, high }: NonNullable<Props['improvement']['effortDays']>): string {
  return `${low}–${high} ${high === 1 ? 'day' : 'days'}`;
}

/** Gives the figures that the list of patterns shows for the same period. */
function describeFigures({ episodes, impactHours, lastAt }: Props['improvement']): string {
  const hours = impactHours === null ? '' : `${formatHours(impactHours)} of impact · `;
  return episodes === 0 ? `Last episode ${formatDay(lastAt)}` : `${hours}${count(episodes, 'episode')}`;
}

function describeFiguresInFull({ impactHours, teams }: Props['improvement'], period: string): string {
  const hours = impactHours === null ? 'No known impact' : `${formatHours(impactHours)} from start to resolution`;
  return `${hours} ${period}${teams.length === 0 ? '' : `. Owned by ${teams.join(', ')}`}`;
}
