import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CheckIcon, ChevronDownIcon, EyeClosedIcon } from '@primer/octicons-react';
import type { Schemas } from '../api/refrain.ts';
import { notifyProblem } from '../components/notify.tsx';
import { CauseModal } from './decide/cause-modal.tsx';
import { createMergeDecisions } from './decide/decisions.ts';
import { MergeModal } from './decide/merge-modal.tsx';
import type { PatternDecisions } from './decide/read-pattern-decisions.ts';
import { RenameModal } from './decide/rename-modal.tsx';
import { undoDecisions, useStoreDecisions } from './decide/use-store-decisions.ts';

interface Props {
  readonly pattern: Schemas['Pattern'];
  readonly members: readonly Schemas['ReportMember'][];
  readonly decided: PatternDecisions;
}

export function ReviewBar({ pattern, members, decided: { judgement, judgementId, name } }: Props) {
  const decision = useStoreDecisions();
  const [isRenaming, renameModal] = useDisclosure(false);
  const [isSettingCause, causeModal] = useDisclosure(false);
  const [isMerging, mergeModal] = useDisclosure(false);
  const judge = (right: boolean) => {
    const quotedName = `“${name ?? pattern.name}”`;
    const message = right
      ? `${quotedName} is confirmed.`
      : `${quotedName} is dismissed: it is no longer listed, and no issue is proposed.`;
    const decisions = [{ kind: 'pattern' as const, patternId: pattern.id, right }];
    decision.mutate({ decisions, message }, { onError: notifyProblem });
  };
  return (
    <>
      <Button
        leftSection={<CheckIcon size={16} aria-hidden />}
        variant={judgement === 'confirmed' ? 'light' : 'filled'}
        aria-pressed={judgement === 'confirmed'}
        title="These episodes are one failure, and worth watching. Its name and cause are corrected by themselves."
        loading={decision.isPending}
        onClick={() =>
          judgement === 'confirmed' && judgementId ? undoDecisions([judgementId]).catch(notifyProblem) : judge(true)
        }
      >
        {judgement === 'confirmed' ? 'Confirmed' : 'Confirm'}
      </Button>
      {judgement === 'dismissed' && judgementId ? (
        <Button variant="default" onClick={() => undoDecisions([judgementId]).catch(notifyProblem)}>
          Restore
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<EyeClosedIcon size={16} aria-hidden />}
          title="Dismiss it: it is no longer listed, and no issue is proposed."
          onClick={() => judge(false)}
        >
          Dismiss
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDownIcon size={14} aria-hidden />}>
            Correct
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={renameModal.open}>Rename …</Menu.Item>
          <Menu.Item onClick={causeModal.open}>Set the cause …</Menu.Item>
          <Menu.Item onClick={mergeModal.open}>Merge with another pattern …</Menu.Item>
          <Menu.Item component="a" href="#episodes">
            Split, or move episodes: choose them below
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRenaming && (
        <RenameModal opened close={renameModal.close} pattern={{ ...pattern, name: name ?? pattern.name }} />
      )}
      {isSettingCause && <CauseModal opened close={causeModal.close} pattern={pattern} />}
      {isMerging && (
        <MergeModal
          opened
          close={mergeModal.close}
          patternId={pattern.id}
          title="Merge with another pattern"
          what={`What is in “${pattern.name}” and in the other pattern becomes one.`}
          action="Merge"
          decide={(target) => createMergeDecisions(members, target)}
          message="Merged: the next clustering makes them one pattern, in a moment."
        />
      )}
    </>
  );
}
