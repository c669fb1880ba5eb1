import { Button, Menu, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CheckIcon, ChevronDownIcon, EyeClosedIcon } from '@primer/octicons-react';
import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { FormModal } from '../components/forms.tsx';
import { notifyProblem } from '../components/notify.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { dismissReasons } from '../labels/decision-reasons.ts';
import { causeLabels, causeMeanings, triggerLabels } from '../labels/domain-labels.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { createMergeDecisions, selectOneFailurePerEpisode } from './decide/decisions.ts';
import { MergeModal } from './decide/merge-modal.tsx';
import { PatternNameLink } from './decide/pattern-name-link.tsx';
import type { PatternDecisions } from './decide/read-pattern-decisions.ts';
import { undoCorrection, useStoreDecisions } from './decide/use-store-decisions.ts';

interface Props {
  readonly pattern: Schemas['Pattern'];
  readonly members: readonly Schemas['ReportMember'][];
  readonly decided: PatternDecisions;
}

export function ReviewBar({ pattern, members, decided: { judgement, judged, name } }: Props) {
  const decision = useStoreDecisions();
  const [isRenaming, renameModal] = useDisclosure(false);
  const [isSettingCause, causeModal] = useDisclosure(false);
  const [isMerging, mergeModal] = useDisclosure(false);
  const [isDismissing, dismissDialog] = useDisclosure(false);
  const quotedName = `“${name ?? pattern.name}”`;
  const judge = (right: boolean, message: string, reason?: string) => {
    const decisions = [{ kind: 'pattern' as const, patternId: pattern.id, right }];
    decision.mutate({ decisions, message, ...(reason && { reason }) }, { onError: notifyProblem });
  };
  const undoJudgement = () => judged && void undoCorrection(judged).catch(notifyProblem);
  return (
    <>
      <Button
        leftSection={<CheckIcon size={16} aria-hidden />}
        variant={judgement === 'confirmed' ? 'light' : 'filled'}
        aria-pressed={judgement === 'confirmed'}
        aria-keyshortcuts="a"
        data-shortcut="Confirm the pattern"
        title="Confirms that these episodes are one failure that is worth fixing."
        loading={decision.isPending}
        onClick={() => (judgement === 'confirmed' ? undoJudgement() : judge(true, `Confirmed ${quotedName}.`))}
      >
        {judgement === 'confirmed' ? 'Confirmed' : 'Confirm'}
      </Button>
      {judgement === 'dismissed' ? (
        <Button variant="default" aria-keyshortcuts="d" onClick={undoJudgement}>
          Restore
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<EyeClosedIcon size={16} aria-hidden />}
          aria-keyshortcuts="d"
          data-shortcut="Dismiss the pattern"
          onClick={dismissDialog.open}
        >
          Dismiss …
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            aria-keyshortcuts="e"
            data-shortcut="Edit: rename, merge, split"
            rightSection={<ChevronDownIcon size={14} aria-hidden />}
          >
            Edit
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={renameModal.open}>Rename …</Menu.Item>
          <Menu.Item onClick={causeModal.open}>Set the cause …</Menu.Item>
          <Menu.Item onClick={mergeModal.open}>Merge with another pattern …</Menu.Item>
          <Menu.Item component="a" href="#episodes">
            Split or move episodes: select them below
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isDismissing && (
        <ReasonDialog
          title={`Dismiss ${quotedName}?`}
          description="It disappears from lists, and Refrain proposes no issue for it."
          action="Dismiss"
          reasons={dismissReasons}
          confirm={(reason) => judge(false, `Dismissed ${quotedName}.`, reason)}
          close={dismissDialog.close}
        />
      )}
      {isRenaming && <RenameModal pattern={{ ...pattern, name: name ?? pattern.name }} close={renameModal.close} />}
      {isSettingCause && <CauseModal pattern={pattern} close={causeModal.close} />}
      {isMerging && (
        <MergeModal
          close={mergeModal.close}
          patternId={pattern.id}
          failureIds={selectOneFailurePerEpisode(members)}
          title="Merge with another pattern"
          what={`All episodes of ${quotedName} and of the other pattern become one pattern.`}
          action="Merge"
          decide={(target, other) => ({
            action: 'merge',
            patternId: pattern.id,
            otherPatternId: other.id,
            decisions: createMergeDecisions(members, target),
            message: (
              <>
                Merged {quotedName} with <PatternNameLink {...other} />.
              </>
            ),
          })}
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
    decision.mutate({ decisions, message: `Renamed “${pattern.name}” to “${name.trim()}”.` }, { onSuccess: close });
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
      { decisions, message: `Changed the cause of “${pattern.name}”. Refrain will update the report within a minute.` },
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
        Refrain also uses your choice to judge similar failures.
      </Text>
    </FormModal>
  );
}
