import { Badge, Group, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { isImprovementSnoozed } from '../labels/describe-improvement.ts';
import { improvementStateLabels } from '../labels/domain-labels.ts';
import { capitalise } from '../labels/format.ts';

type Improvement = Schemas['ListedImprovement'];

/** The issue of a card, how long it is in its state, and what is special about it. */
export function CardState({ improvement }: { readonly improvement: Improvement }) {
  const { repository, issueNumber, issueUrl, state, stateSince, snoozedUntil } = improvement;
  const badge = findBadge(improvement);
  return (
    <Group gap={6} justify="space-between" wrap="nowrap">
      <Text size="xs" c="dimmed" truncate>
        {issueNumber !== null && (
          <>
            <ExternalLink url={issueUrl}>
              {repository?.split('/').at(-1)}#{issueNumber}
            </ExternalLink>
            {' · '}
          </>
        )}
        {state === 'proposed' && isImprovementSnoozed(improvement) && snoozedUntil !== null ? (
          <>
            Snoozed until <Timestamp at={snoozedUntil} as="day" />
          </>
        ) : (
          <>
            {capitalise(improvementStateLabels[state])} <Timestamp at={stateSince} as="age" />
          </>
        )}
      </Text>
      {badge !== null && (
        <Badge size="sm" variant="light" color={badge.color} tt="none" fw={500} flex="none">
          {badge.text}
        </Badge>
      )}
    </Group>
  );
}

function findBadge({ problem, state }: Improvement): { readonly text: string; readonly color: string } | null {
  if (problem !== null) return { text: 'Write failed', color: 'red' };
  switch (state) {
    case 'approved':
      return { text: 'Opening…', color: 'blue' };
    case 'recurred':
      return { text: 'Recurred', color: 'red' };
    case 'verified':
      return { text: 'Fix held', color: 'teal' };
    default:
      return null;
  }
}
