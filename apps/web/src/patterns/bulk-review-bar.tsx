import { Affix, Button, Group, Paper, Text } from '@mantine/core';
import { CheckIcon, EyeClosedIcon } from '@primer/octicons-react';
import type { Schemas } from '../api/refrain.ts';
import { notifyProblem } from '../components/notify.tsx';
import { count } from '../labels/format.ts';
import { useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';

interface Props {
  readonly patterns: readonly Schemas['ListedPattern'][];
  clear(): void;
}

/** Confirms or dismisses the selected patterns. Shows nothing while no pattern is selected. */
export function BulkReviewBar({ patterns, clear }: Props) {
  const decision = useStoreDecisions();
  if (patterns.length === 0) return null;
  function judge(right: boolean) {
    const decisions = patterns.map(({ id }) => ({ kind: 'pattern' as const, patternId: id, right }));
    const message = `${count(patterns.length, 'pattern')} ${right ? 'confirmed' : 'dismissed'}.`;
    decision.mutate({ decisions, message }, { onSuccess: clear, onError: notifyProblem });
  }
  return (
    <Affix
      position={{ bottom: 16, left: 0, right: 0 }}
      zIndex={150}
      style={{ pointerEvents: 'none' }}
      withinPortal={false}
    >
      <Paper
        withBorder
        shadow="md"
        p="xs"
        mx="auto"
        w="fit-content"
        maw="calc(100% - 32px)"
        style={{ pointerEvents: 'auto' }}
        role="group"
        aria-label="Selected patterns"
      >
        <Group gap="xs">
          <Text size="sm" fw={600} px={4}>
            {patterns.length} selected
          </Text>
          <Button
            size="xs"
            leftSection={<CheckIcon size={14} aria-hidden />}
            loading={decision.isPending}
            onClick={() => judge(true)}
          >
            Confirm
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<EyeClosedIcon size={14} aria-hidden />}
            disabled={decision.isPending}
            onClick={() => judge(false)}
          >
            Dismiss
          </Button>
          <Button size="xs" variant="subtle" onClick={clear}>
            Clear selection
          </Button>
        </Group>
      </Paper>
    </Affix>
  );
}
