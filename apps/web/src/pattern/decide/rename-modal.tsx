import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useStoreDecisions } from './use-store-decisions.ts';

interface Props {
  readonly opened: boolean;
  close(): void;
  readonly pattern: Pick<Schemas['Pattern'], 'id' | 'name'>;
}

export function RenameModal({ opened, close, pattern }: Props) {
  const [name, setName] = useState(pattern.name);
  const decision = useStoreDecisions();
  return (
    <Modal opened={opened} onClose={close} title="Rename">
      <Stack
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          const decisions = [{ kind: 'rename' as const, patternId: pattern.id, name: name.trim() }];
          decision.mutate({ decisions, message: 'Renamed.' }, { onSuccess: close });
        }}
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
        {decision.error && <ProblemNotice error={decision.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={decision.isPending} disabled={name.trim() === ''}>
            Rename
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
