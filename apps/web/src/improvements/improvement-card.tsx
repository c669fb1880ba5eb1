import { Card, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { listItem } from '../keys/list-items.ts';
import { count } from '../labels/format.ts';
import classes from './board.module.css';
import { CardActions } from './card-actions.tsx';
import { CardState } from './card-state.tsx';

interface Props {
  readonly improvement: Schemas['ListedImprovement'];
  /** The period of the engineer-hours, such as “12 months” */
  readonly period: string;
}

/** A card of the board. Its buttons have keys while the card has the focus. */
export function ImprovementCard({ improvement, period }: Props) {
  const { id, patternName, guardrailName, episodes, peopleHours, teams, state } = improvement;
  const canDecide = useHasRole('triager') && state === 'proposed';
  const fix = guardrailName ?? 'Investigation';
  return (
    <Card withBorder padding="xs" component="article" className={classes.card ?? ''} {...listItem}>
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
      <Text size="sm" truncate title={fix}>
        {fix}
      </Text>
      <Text size="xs" c="dimmed" truncate title={`Engineer-hours of the last ${period}; all episodes`}>
        {peopleHours !== null && `${count(Math.round(peopleHours), 'engineer-hour')} · `}
        {count(episodes, 'episode')}
      </Text>
      {teams.length > 0 && (
        <Text size="xs" c="dimmed" truncate title={`Owned by ${teams.join(', ')}`}>
          {teams[0]}
          {teams.length > 1 && ` +${teams.length - 1}`}
        </Text>
      )}
      <CardState improvement={improvement} />
      {canDecide && <CardActions improvement={improvement} />}
    </Card>
  );
}
