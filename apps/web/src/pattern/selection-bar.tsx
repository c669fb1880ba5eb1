import { Affix, Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Schemas } from '../api/refrain.ts';
import { notifyProblem } from '../components/notify.tsx';
import { count } from '../labels/format.ts';
import { createMoveDecisions, createSplitDecisions } from './decide/decisions.ts';
import { MergeModal } from './decide/merge-modal.tsx';
import { type Decision, useStoreDecisions } from './decide/use-store-decisions.ts';

interface Props {
  readonly patternId: string;
  readonly members: readonly Schemas['ReportMember'][];
  readonly chosen: ReadonlySet<string>;
  clear(): void;
}

export function SelectionBar({ patternId, members, chosen, clear }: Props) {
  const decision = useStoreDecisions();
  const [isMoving, moveModal] = useDisclosure(false);
  const selected = members.filter(({ episodeId }) => chosen.has(episodeId));
  const rest = members.filter(({ episodeId }) => !chosen.has(episodeId));
  const decide = (decisions: readonly Decision[], message: string) =>
    decision.mutate({ decisions, message }, { onSuccess: clear, onError: notifyProblem });
  return (
    <Affix
      withinPortal={false}
      position={{ bottom: 16, left: '50%' }}
      style={{ transform: 'translateX(-50%)', maxWidth: '94vw' }}
    >
      <Paper withBorder shadow="md" p="sm" role="group" aria-label="What is chosen" className="not-printed">
        <Group gap="xs" justify="center">
          <Text size="sm" fw={600} role="status">
            {count(chosen.size, 'episode')} chosen
          </Text>
          <Button
            size="xs"
            disabled={rest.length === 0}
            loading={decision.isPending}
            onClick={() =>
              decide(
                createSplitDecisions(selected, rest),
                'Split off: the next clustering separates them, in a moment.',
              )
            }
          >
            Split off
          </Button>
          <Button size="xs" variant="default" onClick={moveModal.open}>
            Move to another pattern …
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              decide(
                selected.map(({ failureId }) => ({ kind: 'not_a_failure', failureId })),
                'They count as failures no longer.',
              )
            }
          >
            Not failures
          </Button>
          <Button size="xs" variant="subtle" onClick={clear}>
            Choose none
          </Button>
        </Group>
      </Paper>
      {isMoving && (
        <MergeModal
          close={moveModal.close}
          patternId={patternId}
          title="Move to another pattern"
          what={`${count(chosen.size, 'episode')} of this pattern belong to the one that you choose.`}
          action="Move"
          decide={(target) => createMoveDecisions(selected, rest, target)}
          message="Moved: the next clustering applies it, in a moment."
        />
      )}
    </Affix>
  );
}
