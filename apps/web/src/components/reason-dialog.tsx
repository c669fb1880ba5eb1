import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { handleSubmit } from './forms.tsx';

interface Props {
  readonly title: string;
  /** Says in one sentence what the action does. */
  readonly description: string;
  /** The label of the button, such as “Dismiss”. */
  readonly action: string;
  /** The offered reasons. The first one is the default, which Enter accepts. */
  readonly reasons: readonly string[];
  confirm(reason: string): void;
  close(): void;
}

const other = 'Other';
const maxReasonLength = 500;

/** Asks for the reason of a decision. It closes at once: the caller shows the result and offers to undo it. */
export function ReasonDialog({ title, description, action, reasons, confirm, close }: Props) {
  const [chosen, setChosen] = useState(reasons[0] ?? other);
  const [text, setText] = useState('');
  const reason = chosen === other ? text.trim() : chosen;
  const submit = () => {
    if (reason === '') return;
    close();
    confirm(reason);
  };
  return (
    <Modal opened onClose={close} title={title} size="sm">
      <Stack component="form" onSubmit={handleSubmit(submit)}>
        <Text size="sm">{description}</Text>
        <Radio.Group label="Reason" value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {[...reasons, other].map((offered) => (
              <Radio
                key={offered}
                value={offered}
                label={offered}
                {...(offered === reasons[0] && { 'data-autofocus': true })}
              />
            ))}
          </Stack>
        </Radio.Group>
        {chosen === other && (
          <TextInput
            label="Your reason"
            required
            maxLength={maxReasonLength}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={reason === ''}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
