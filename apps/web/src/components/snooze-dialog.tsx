import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { snoozeDays } from '../labels/decision-reasons.ts';
import { millisecondsPerDay } from '../labels/times.ts';
import { handleSubmit } from './forms.tsx';
import { maxReasonLength } from './join-reason.ts';

export interface Snooze {
  readonly days: number;
  /** The end of the snooze. */
  readonly until: string;
  readonly reason?: string;
}

interface Props {
  readonly title: string;
  confirm(snooze: Snooze): void;
  close(): void;
}

/** Asks how long to snooze something, and optionally why. Enter accepts the default. */
export function SnoozeDialog({ title, confirm, close }: Props) {
  const [days, setDays] = useState<number>(snoozeDays[0]);
  const [reason, setReason] = useState('');
  const submit = () => {
    const until = new Date(Date.now() + days * millisecondsPerDay).toISOString();
    close();
    confirm({ days, until, ...(reason.trim() !== '' && { reason: reason.trim() }) });
  };
  return (
    <Modal opened onClose={close} title={title} size="sm">
      <Stack component="form" onSubmit={handleSubmit(submit)}>
        <Radio.Group
          label="Snooze for"
          description="Refrain opens no issue until then. Afterwards, the proposal needs review again."
          value={String(days)}
          onChange={(chosen) => setDays(Number(chosen))}
        >
          <Group gap="md" mt="xs">
            {snoozeDays
              .toSorted((a, b) => a - b)
              .map((offered) => (
                <Radio
                  key={offered}
                  value={String(offered)}
                  label={`${offered} days`}
                  {...(offered === snoozeDays[0] && { 'data-autofocus': true })}
                />
              ))}
          </Group>
        </Radio.Group>
        <TextInput
          label="Comment (optional)"
          description="Colleagues see it in the history."
          maxLength={maxReasonLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit">Snooze {days} days</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
