import { Badge, Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { FormModal } from '../../components/forms.tsx';
import { TextLink } from '../../components/links.tsx';
import { notify } from '../../components/notify.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { deadLetterKindLabels, replayLikelihoodColors, replayLikelihoodLabels } from '../../labels/domain-labels.ts';
import { capitalise, count } from '../../labels/format.ts';
import { createRemovalMutationOptions } from '../removal.ts';

export function DeadLetterCard({ letter }: { readonly letter: Schemas['DeadLetter'] }) {
  const { id, kind, at, queue, name, subject, connectionId, problem, attempts, isReplaying, replay, advice } = letter;
  const [isDiscarding, discardModal] = useDisclosure(false);
  const options = createRemovalMutationOptions({
    list: '/v1/dead-letters',
    message: 'Replaying. The entry leaves the list when the replay succeeds.',
    messageIfMissing: 'The replay has already succeeded.',
  });
  const replaying = refrain.useMutation('post', '/v1/dead-letters/{id}/replay', options);
  return (
    <Card withBorder padding="sm" component="article">
      <Stack gap={4}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h3" flex="1 1 260px">
            {capitalise(deadLetterKindLabels[kind])}: {name}
          </Title>
          <Badge variant="dot" color={isReplaying ? 'blue' : replayLikelihoodColors[replay]} tt="none" fw={500}>
            {isReplaying ? 'replaying' : replayLikelihoodLabels[replay]}
          </Badge>
        </Group>
        <Text size="sm">{problem}</Text>
        <Text size="sm">{advice}</Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {subject}
          {subject !== '' && ' · '}queue {queue} · {count(attempts, 'attempt')} · <Timestamp at={at} />
          {connectionId !== null && (
            <>
              {' · '}
              <TextLink to="/connections/$connectionId" params={{ connectionId }}>
                its connection
              </TextLink>
            </>
          )}
        </Text>
        <Group gap="xs" mt={4}>
          <Button
            size="xs"
            variant="default"
            loading={replaying.isPending}
            disabled={replay === 'none'}
            onClick={() => replaying.mutate({ params: { path: { id } } })}
            aria-label={`Replay ${name} ${subject}`}
          >
            Replay
          </Button>
          <Button size="xs" variant="default" onClick={discardModal.open} aria-label={`Discard ${name} ${subject}`}>
            Discard …
          </Button>
        </Group>
      </Stack>
      {isDiscarding && <DiscardDeadLetterModal letter={letter} close={discardModal.close} />}
    </Card>
  );
}

interface DiscardDeadLetterModalProps {
  readonly letter: Schemas['DeadLetter'];
  close(): void;
}

const consequences = {
  job: 'Its work will not be done unless stored data still require it.',
  record:
    'The record will stay unread. Its payload is kept until it expires, and is parsed if the connection is replayed.',
  delivery: 'The message will never be sent.',
} as const;

function DiscardDeadLetterModal({ letter: { id, kind }, close }: DiscardDeadLetterModalProps) {
  const [reason, setReason] = useState('');
  const discard = refrain.useMutation('post', '/v1/dead-letters/{id}/discard', {
    async onSuccess() {
      close();
      await invalidateQueries('/v1/dead-letters');
      notify({ message: 'Discarded. The audit log has the reason.' });
    },
  });
  return (
    <FormModal
      title="Discard this failed job?"
      action="Discard"
      color="red"
      isReady={reason.trim() !== ''}
      isPending={discard.isPending}
      error={discard.error}
      close={close}
      submit={() => discard.mutate({ params: { path: { id } }, body: { reason: reason.trim() } })}
    >
      <Text size="sm">{consequences[kind]}</Text>
      <TextInput
        label="Reason"
        required
        data-autofocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormModal>
  );
}
