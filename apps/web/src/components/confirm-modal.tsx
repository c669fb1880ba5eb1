import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ProblemNotice } from './states.tsx';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: string;
  readonly typed?: string;
  readonly isPending: boolean;
  readonly error: unknown;
  close(): void;
  confirm(): void;
}

export function ConfirmModal({ title, children, action, typed, isPending, error, close, confirm }: Props) {
  const [entered, setEntered] = useState('');
  const isConfirmed = typed === undefined || entered.trim() === typed.trim();
  return (
    <Modal opened onClose={close} title={title}>
      <Stack
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isConfirmed) confirm();
        }}
      >
        <Text size="sm" component="div">
          {children}
        </Text>
        {typed !== undefined && (
          <TextInput
            label={`Type “${typed}” to go on`}
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            value={entered}
            onChange={(event) => setEntered(event.currentTarget.value)}
          />
        )}
        {error != null && <ProblemNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" color="red" loading={isPending} disabled={!isConfirmed}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
