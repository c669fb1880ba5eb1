import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { invalidateQueries } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { notify } from '../../components/notify.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';

interface Props {
  readonly letter: Schemas['DeadLetter'];
  close(): void;
}

const consequences = {
  job: 'The work is not done, unless what is stored still asks for it.',
  record: 'It stays unread. Its payload is kept until it expires, and is parsed if its connection is replayed.',
  delivery: 'The message is never sent.',
} as const;

export function DiscardDeadLetterModal({ letter: { id, kind }, close }: Props) {
  const [reason, setReason] = useState('');
  const discard = refrain.useMutation('post', '/v1/dead-letters/{id}/discard', {
    async onSuccess() {
      close();
      await invalidateQueries('/v1/dead-letters');
      notify({ message: 'Discarded. The audit of decisions says why.' });
    },
  });
  return (
    <Modal opened onClose={close} title="Discard it?">
      <Stack
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          discard.mutate({ params: { path: { id } }, body: { reason: reason.trim() } });
        }}
      >
        <Text size="sm">{consequences[kind]}</Text>
        <TextInput
          label="Why"
          required
          data-autofocus
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {discard.error && <ProblemNotice error={discard.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" color="red" loading={discard.isPending} disabled={reason.trim() === ''}>
            Discard
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
