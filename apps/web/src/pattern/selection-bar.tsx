import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Schemas } from '../api/refrain.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { notifyProblem } from '../components/notify.tsx';
import { count } from '../labels/format.ts';
import { createSplitRequest } from './decide/create-split-request.tsx';
import { createMoveDecisions, selectOneFailurePerEpisode } from './decide/decisions.ts';
import { MergeModal } from './decide/merge-modal.tsx';
import { PatternNameLink } from './decide/pattern-name-link.tsx';
import { SplitModal } from './decide/split-modal.tsx';
import { type DecisionRequest, useStoreDecisions } from './decide/use-store-decisions.ts';

interface Props {
  readonly patternId: string;
  readonly patternName: string;
  readonly members: readonly Schemas['ReportMember'][];
  readonly chosen: ReadonlySet<string>;
  /** Receives the step that moved the chosen episodes. */
  addMove(setId: string, episodeIds: ReadonlySet<string>): void;
  clear(): void;
}

export function SelectionBar({ patternId, patternName, members, chosen, addMove, clear }: Props) {
  const decision = useStoreDecisions();
  const [isSplitting, splitModal] = useDisclosure(false);
  const [isMoving, moveModal] = useDisclosure(false);
  const selected = members.filter(({ episodeId }) => chosen.has(episodeId));
  const rest = members.filter(({ episodeId }) => !chosen.has(episodeId));
  const store = (request: DecisionRequest) => decision.mutate(request, { onSuccess: clear, onError: notifyProblem });
  const episodes = count(chosen.size, 'episode');
  const finishMove = (setId: string) => {
    addMove(setId, chosen);
    clear();
  };
  const split = (name: string | null) =>
    decision.mutate(createSplitRequest({ id: patternId, name: patternName }, selected, rest, name), {
      onSuccess: finishMove,
    });
  return (
    <>
      <ActionBar label="Selected episodes">
        <Text size="sm" fw={600} role="status">
          {episodes} selected
        </Text>
        <Button size="xs" disabled={rest.length === 0} onClick={splitModal.open}>
          Split off …
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
              patternId,
              message: `Excluded ${count(selected.length, 'failure')} from “${patternName}”: not failures.`,
            })
          }
        >
          Mark as not failures
        </Button>
        <Button size="xs" variant="subtle" onClick={clear}>
          Clear
        </Button>
      </ActionBar>
      {isSplitting && (
        <SplitModal
          patternName={patternName}
          episodes={chosen.size}
          moved={selected}
          isPending={decision.isPending}
          error={decision.error}
          split={split}
          close={splitModal.close}
        />
      )}
      {isMoving && (
        <MergeModal
          close={moveModal.close}
          onDone={finishMove}
          patternId={patternId}
          failureIds={selectOneFailurePerEpisode(selected)}
          title="Move to another pattern"
          what={`${episodes} will move from “${patternName}” to the pattern that you choose.`}
          action="Move"
          decide={(target, other) => ({
            action: 'move',
            patternId,
            otherPatternId: other.id,
            episodes: chosen.size,
            decisions: createMoveDecisions(selected, rest, target),
            message: (
              <>
                Moved {episodes} from “{patternName}” to <PatternNameLink {...other} />.
              </>
            ),
          })}
        />
      )}
    </>
  );
}
