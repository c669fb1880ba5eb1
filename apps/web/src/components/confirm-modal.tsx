import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

interface Props {
  readonly title: string;
  /** What will be gone. */
  readonly children: ReactNode;
  /** What is done, as the button says it. */
  readonly action: string;
  /** What has to be typed first; nothing unless given. */
  readonly typed?: string;
  readonly isPending: boolean;
  readonly error: unknown;
  close(): void;
  confirm(): void;
}

/** Asks before what cannot be taken back. */
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
