import { Affix, Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Schemas } from '../api/refrain.ts';
import { notifyProblem } from '../components/notify.tsx';
import { count } from '../labels/format.ts';
import { createMoveDecisions, createSplitDecisions, selectOneFailurePerEpisode } from './decide/decisions.ts';
import { MergeModal } from './decide/merge-modal.tsx';
import { type DecisionRequest, useStoreDecisions } from './decide/use-store-decisions.ts';

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
  const store = (request: DecisionRequest) => decision.mutate(request, { onSuccess: clear, onError: notifyProblem });
  return (
    <Affix
      withinPortal={false}
      position={{ bottom: 16, left: '50%' }}
      style={{ transform: 'translateX(-50%)', maxWidth: '94vw' }}
    >
      <Paper withBorder shadow="md" p="sm" role="group" aria-label="Selected episodes" className="not-printed">
        <Group gap="xs" justify="center">
          <Text size="sm" fw={600} role="status">
            {count(chosen.size, 'episode')} selected
          </Text>
          <Button
            size="xs"
            disabled={rest.length === 0}
            loading={decision.isPending}
            onClick={() =>
              store({
                action: 'split',
                patternId,
                episodes: chosen.size,
                decisions: createSplitDecisions(selected, rest),
                message: `Split. Refrain moves ${count(chosen.size, 'episode')} to a new pattern within a minute.`,
              })
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
              store({
                decisions: selected.map(({ failureId }) => ({ kind: 'not_a_failure', failureId })),
                message: `Excluded ${count(selected.length, 'failure')}.`,
              })
            }
          >
            Not failures
          </Button>
          <Button size="xs" variant="subtle" onClick={clear}>
            Clear
          </Button>
        </Group>
      </Paper>
      {isMoving && (
        <MergeModal
          close={moveModal.close}
          patternId={patternId}
          failureIds={selectOneFailurePerEpisode(selected)}
          title="Move to another pattern"
          what={`Moves ${count(chosen.size, 'episode')} to the pattern that you choose.`}
          action="Move"
          decide={(target, otherPatternId) => ({
            action: 'move',
            patternId,
            otherPatternId,
            episodes: chosen.size,
            decisions: createMoveDecisions(selected, rest, target),
            message: `Moved. Refrain adds ${count(chosen.size, 'episode')} to the other pattern within a minute.`,
          })}
        />
      )}
    </Affix>
  );
}
