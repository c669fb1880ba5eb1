import { Badge, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { Timestamp } from '../components/timestamp.tsx';
import { describeDecider } from '../labels/audit-labels.ts';
import { readReason } from './decision-sentence.ts';
import { DecisionText } from './decision-text.tsx';
import { describeChanges } from './describe-changes.ts';

interface Props {
  readonly decision: Schemas['Decision'];
  /** Shows the time of day only, below the heading of a day. */
  readonly isBelowDay?: boolean;
  readonly action?: ReactNode;
}

/** A decision as one sentence, with its time and reason. An undone decision is marked, with who undid it. */
export function DecisionLine({ decision, isBelowDay = false, action }: Props) {
  const { at, state, undone } = decision;
  const reason = readReason(decision);
  const changes = describeChanges(decision.detail);
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <Stack gap={2} miw={0}>
        <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }} c={undone === null ? undefined : 'dimmed'}>
          <DecisionText decision={decision} />
          {undone !== null && <StateBadge>Undone</StateBadge>}
          {state === 'begun' && <StateBadge color="orange">May not have taken effect</StateBadge>}
        </Text>
        <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
          <Timestamp at={at} as={isBelowDay ? 'time' : 'minute'} />
          {reason !== null && ` · Reason: ${reason}`}
          {changes !== '' && ` · ${changes}`}
          {undone !== null && (
            <>
              {` · Undone by ${describeDecider(undone.by)}, `}
              <Timestamp at={undone.at} as="age" />
            </>
          )}
        </Text>
      </Stack>
      {action}
    </Group>
  );
}

function StateBadge({ color = 'gray', children }: { readonly color?: string; readonly children: string }) {
  return (
    <Badge component="span" size="sm" ml={6} variant="light" color={color} tt="none" fw={500}>
      {children}
    </Badge>
  );
}
