import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ProblemNotice } from './states.tsx';

/** Returns a handler of a form's submission that runs `submit` instead of reloading the page. */
export function handleSubmit(submit: () => void) {
  return (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
}

interface FormModalProps {
  readonly title: string;
  readonly size?: 'lg';
  readonly action: string;
  readonly color?: 'red';
  readonly cancelLabel?: string;
  readonly isReady?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly children: ReactNode;
  close(): void;
  submit(): void;
}

export function FormModal({ title, size, action, color, cancelLabel = 'Cancel', ...props }: FormModalProps) {
  const { isReady = true, isPending, error, children, close, submit } = props;
  return (
    <Modal opened onClose={close} title={title} size={size}>
      <Stack component="form" onSubmit={handleSubmit(submit)}>
        {children}
        {error != null && <ProblemNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {cancelLabel}
          </Button>
          <Button type="submit" color={color} loading={isPending} disabled={!isReady}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface ConfirmModalProps
  extends Pick<FormModalProps, 'title' | 'action' | 'isPending' | 'error' | 'children' | 'close'> {
  /** The text that the user has to type before the action is possible. */
  readonly typed?: string;
  confirm(): void;
}

export function ConfirmModal({ children, typed, confirm, ...props }: ConfirmModalProps) {
  const [entered, setEntered] = useState('');
  const isConfirmed = typed === undefined || entered.trim() === typed.trim();
  return (
    <FormModal {...props} color="red" isReady={isConfirmed} submit={() => isConfirmed && confirm()}>
      <Text size="sm" component="div">
        {children}
      </Text>
      {typed !== undefined && (
        <TextInput
          label={`Type “${typed}” to continue`}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={entered}
          onChange={(event) => setEntered(event.currentTarget.value)}
        />
      )}
    </FormModal>
  );
}
