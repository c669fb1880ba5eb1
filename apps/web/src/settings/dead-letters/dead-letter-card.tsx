import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { PageLink } from '../../components/page-link.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { capitalise } from '../../labels/capitalise.ts';
import { count } from '../../labels/count.ts';
import {
  colorsOfReplayLikelihoods,
  deadLetterKindLabels,
  labelsOfReplayLikelihoods,
} from '../../labels/dead-letter-labels.ts';
import { createRemovalMutationOptions } from '../removal.ts';
import { DiscardDeadLetterModal } from './discard-dead-letter-modal.tsx';

export function DeadLetterCard({ letter }: { readonly letter: Schemas['DeadLetter'] }) {
  const { id, kind, at, queue, name, subject, connectionId, problem, attempts, isReplaying, replay, advice } = letter;
  const [isDiscarding, discardModal] = useDisclosure(false);
  const options = createRemovalMutationOptions({
    list: '/v1/dead-letters',
    done: 'It is being replayed, and leaves the list once it succeeds.',
    wasFirst: 'It has succeeded in the meantime.',
  });
  const replaying = refrain.useMutation('post', '/v1/dead-letters/{id}/replay', options);
  return (
    <Card withBorder padding="sm" component="article">
      <Stack gap={4}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h3" flex="1 1 260px">
            {capitalise(deadLetterKindLabels[kind])}: {name}
          </Title>
          <Badge variant="dot" color={isReplaying ? 'blue' : colorsOfReplayLikelihoods[replay]} tt="none" fw={500}>
            {isReplaying ? 'is being replayed' : labelsOfReplayLikelihoods[replay]}
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
              <PageLink to="/connections/$connectionId" params={{ connectionId }} inherit underline="always">
                its connection
              </PageLink>
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
