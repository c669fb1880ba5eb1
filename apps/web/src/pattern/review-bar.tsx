import { Button, Menu, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CheckIcon, ChevronDownIcon, EyeClosedIcon } from '@primer/octicons-react';
import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { FormModal } from '../components/forms.tsx';
import { notifyProblem } from '../components/notify.tsx';
import { causeLabels, causeMeanings, triggerLabels } from '../labels/domain-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { createMergeDecisions } from './decide/decisions.ts';
import { MergeModal } from './decide/merge-modal.tsx';
import type { PatternDecisions } from './decide/read-pattern-decisions.ts';
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
      {isRenaming && <RenameModal pattern={{ ...pattern, name: name ?? pattern.name }} close={renameModal.close} />}
      {isSettingCause && <CauseModal pattern={pattern} close={causeModal.close} />}
      {isMerging && (
        <MergeModal
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

interface ModalProps {
  readonly pattern: Schemas['Pattern'];
  close(): void;
}

function RenameModal({ pattern, close }: ModalProps) {
  const [name, setName] = useState(pattern.name);
  const decision = useStoreDecisions();
  const save = () => {
    const decisions = [{ kind: 'rename' as const, patternId: pattern.id, name: name.trim() }];
    decision.mutate({ decisions, message: 'Renamed.' }, { onSuccess: close });
  };
  return (
    <FormModal
      title="Rename"
      action="Rename"
      isReady={name.trim() !== ''}
      isPending={decision.isPending}
      error={decision.error}
      close={close}
      submit={save}
    >
      <TextInput
        label="Name"
        description="What fails, in a few words that people here use."
        data-autofocus
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormModal>
  );
}

const causes = listLabelKeys(causeLabels).map((value) => ({ value, label: causeLabels[value] }));
const triggers = listLabelKeys(triggerLabels).map((value) => ({ value, label: triggerLabels[value] }));

function CauseModal({ pattern, close }: ModalProps) {
  const [cause, setCause] = useState(pattern.cause);
  const [trigger, setTrigger] = useState(pattern.trigger);
  const decision = useStoreDecisions();
  const save = () => {
    // Unchanged values are not part of the correction.
    const changes = {
      ...(cause === pattern.cause ? {} : { cause }),
      ...(trigger === pattern.trigger ? {} : { trigger }),
    };
    // Saving without a change confirms both the cause and the trigger.
    const chosen = Object.keys(changes).length === 0 ? { cause, trigger } : changes;
    const decisions = [{ kind: 'cause' as const, patternId: pattern.id, ...chosen }];
    decision.mutate(
      { decisions, message: 'The cause is set: the report is rewritten in a moment.' },
      { onSuccess: close },
    );
  };
  return (
    <FormModal
      title="Set the cause"
      action="Set"
      isPending={decision.isPending}
      error={decision.error}
      close={close}
      submit={save}
    >
      <NativeSelect
        label="Root cause"
        description={causeMeanings[cause]}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-autofocus
        data={causes}
        value={cause}
        onChange={(event) => setCause(event.currentTarget.value as typeof cause)}
      />
      <NativeSelect
        label="Trigger"
        data={triggers}
        value={trigger}
        onChange={(event) => setTrigger(event.currentTarget.value as typeof trigger)}
      />
      <Text size="sm" c="dimmed">
        It also teaches how failures like these are judged.
      </Text>
    </FormModal>
  );
}
