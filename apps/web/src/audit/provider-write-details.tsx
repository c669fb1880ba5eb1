import { Alert, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { describeWriteProblem, labelsOfWriteActions, meaningsOfWriteStates } from '../labels/audit-labels.ts';
import { capitalise } from '../labels/capitalise.ts';
import { ProviderWriteStateBadge } from './provider-write-state-badge.tsx';
import { SentContent } from './sent-content.tsx';
import { UndoButton } from './undo-button.tsx';

export function ProviderWriteDetails({ write }: { readonly write: Schemas['ProviderWrite'] }) {
  const { action, target, state, why, by, at, completedAt, url, problem, content } = write;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={3}>
          {capitalise(labelsOfWriteActions[action])}: {target}
        </Title>
        <div>
          <ProviderWriteStateBadge state={state} />
        </div>
        <Text size="sm">{meaningsOfWriteStates[state]}</Text>
        <Text size="sm">Why: {why}</Text>
        <Text size="sm">By: {by}</Text>
        <Text size="sm" c="dimmed">
          <Timestamp at={at} />
          {completedAt !== null && completedAt !== at && (
            <>
              , answered <Timestamp at={completedAt} />
            </>
          )}
          {url !== null && (
            <>
              {' · '}
              <ExternalLink url={url}>Open at the provider</ExternalLink>
            </>
          )}
        </Text>
      </Stack>
      {problem !== null && (
        <Alert variant="outline" color="red" title={describeWriteProblem(state)}>
          {problem}
        </Alert>
      )}
      <UndoButton write={write} />
      <SentContent content={content} />
    </Stack>
  );
}
