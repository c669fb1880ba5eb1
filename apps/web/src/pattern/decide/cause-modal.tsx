import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { causeLabels, causeMeanings, triggerLabels } from '../../labels/domain-labels.ts';
import { listLabelKeys } from '../../labels/labels.ts';
import { useStoreDecisions } from './use-store-decisions.ts';

interface Props {
  readonly opened: boolean;
  close(): void;
  readonly pattern: Pick<Schemas['Pattern'], 'id' | 'cause' | 'trigger'>;
}

const causes = listLabelKeys(causeLabels).map((value) => ({ value, label: causeLabels[value] }));
const triggers = listLabelKeys(triggerLabels).map((value) => ({ value, label: triggerLabels[value] }));

export function CauseModal({ opened, close, pattern }: Props) {
  const [cause, setCause] = useState(pattern.cause);
  const [trigger, setTrigger] = useState(pattern.trigger);
  const decision = useStoreDecisions();
  return (
    <Modal opened={opened} onClose={close} title="Set the cause">
      <Stack
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          // Unchanged values are not part of the correction.
          const changes = {
            ...(cause === pattern.cause ? {} : { cause }),
            ...(trigger === pattern.trigger ? {} : { trigger }),
          };
          // Saving without a change confirms both values.
          const chosen = Object.keys(changes).length === 0 ? { cause, trigger } : changes;
          const decisions = [{ kind: 'cause' as const, patternId: pattern.id, ...chosen }];
          decision.mutate(
            { decisions, message: 'The cause is set: the report is rewritten in a moment.' },
            { onSuccess: close },
          );
        }}
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
        {decision.error && <ProblemNotice error={decision.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={decision.isPending}>
            Set
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
