import { Alert, Button, Code, Drawer, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { invalidateQueries, refrain, type Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/links.tsx';
import { notify } from '../components/notify.tsx';
import { ProblemNotice, QueryState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import {
  describeProviderWriteProblem,
  providerWriteActionLabels,
  providerWriteStateMeanings,
  providerWriteUndoDescriptions,
} from '../labels/audit-labels.ts';
import { capitalise } from '../labels/format.ts';
import { useUpdateSearchParameters } from '../list/filters.tsx';
import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { ProviderWriteStateBadge } from './provider-write-list.tsx';

export function ProviderWriteDrawer({ id }: { readonly id: string | undefined }) {
  const show = useUpdateSearchParameters<AuditSearchParameters>();
  return (
    <Drawer
      opened={id !== undefined}
      onClose={() => show({ write: undefined })}
      position="right"
      size="xl"
      title="Write"
    >
      {id !== undefined && <Write key={id} id={id} />}
    </Drawer>
  );
}

function Write({ id }: { readonly id: string }) {
  const query = refrain.useQuery('get', '/v1/writes/{id}', { params: { path: { id } } });
  return (
    <QueryState query={query} what="the write" height={400}>
      {(write) => <ProviderWriteDetails write={write} />}
    </QueryState>
  );
}

function ProviderWriteDetails({ write }: { readonly write: Schemas['ProviderWrite'] }) {
  const { action, target, state, why, by, at, completedAt, url, problem, content } = write;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={3}>
          {capitalise(providerWriteActionLabels[action])}: {target}
        </Title>
        <div>
          <ProviderWriteStateBadge state={state} />
        </div>
        <Text size="sm">{providerWriteStateMeanings[state]}</Text>
        <Text size="sm">Why: {why}</Text>
        <Text size="sm">By: {by}</Text>
        <Text size="sm" c="dimmed">
          <Timestamp at={at} />
          {completedAt !== null && completedAt !== at && (
            <>
              , response <Timestamp at={completedAt} />
            </>
          )}
          {url !== null && (
            <>
              {' · '}
              <ExternalLink url={url}>Open original</ExternalLink>
            </>
          )}
        </Text>
      </Stack>
      {problem !== null && (
        <Alert variant="outline" color="red" title={describeProviderWriteProblem(state)}>
          {problem}
        </Alert>
      )}
      <UndoButton write={write} />
      <SentContent content={content} />
    </Stack>
  );
}

/** Interval and timeout of polling, in milliseconds. */
const polling = { interval: 1_000, timeout: 60_000 };

/** Undoes a write and polls until the undo has succeeded or failed. */
function UndoButton({
  write: { id, action, state, isUndoable, problem },
}: {
  readonly write: Schemas['ProviderWrite'];
}) {
  const canDecide = useHasRole('triager');
  const [requestedAt, setRequestedAt] = useState<number | null>(null);
  const params = { path: { id } };
  const undo = refrain.useMutation('post', '/v1/writes/{id}/undo', {
    onSuccess: () => setRequestedAt(Date.now()),
    // Loads the new state, because another user may have undone the write in the meantime.
    onError: () => invalidateQueries('/v1/writes'),
  });
  const isAwaited = requestedAt !== null;
  const polled = refrain.useQuery(
    'get',
    '/v1/writes/{id}',
    { params },
    { enabled: isAwaited, refetchInterval: isAwaited && polling.interval },
  );
  const isSettled = state === 'undone' || problem !== null;
  useEffect(() => {
    if (requestedAt === null || polled.dataUpdatedAt < requestedAt || !isSettled) return;
    setRequestedAt(null);
    void invalidateQueries('/v1/writes', '/v1/checks', '/v1/improvements');
    if (state === 'undone') notify({ message: 'Undone.' });
  }, [requestedAt, polled.dataUpdatedAt, isSettled, state]);
  if (isAwaited)
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" aria-hidden />
        <Text size="sm">
          {polled.dataUpdatedAt - requestedAt > polling.timeout
            ? 'The undo is still pending. It completes once the worker and the provider are available; you can leave this page.'
            : 'Undoing…'}
        </Text>
      </Group>
    );
  return (
    <>
      {canDecide && isUndoable && (
        <Group gap="sm">
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate({ params })}>
            Undo
          </Button>
          {providerWriteUndoDescriptions[action] && (
            <Text size="sm" c="dimmed" flex="1 1 200px">
              {providerWriteUndoDescriptions[action]}
            </Text>
          )}
        </Group>
      )}
      {undo.error && <ProblemNotice error={undo.error} />}
    </>
  );
}

/** Shows the body of a write verbatim, without rendering the Markdown of issues. */
function SentContent({ content }: { readonly content: Readonly<Record<string, unknown>> }) {
  const parts = Object.entries(content);
  return (
    <Stack gap="sm">
      <Title order={3}>Sent content</Title>
      {parts.length === 0 && <Text size="sm">The request had no content.</Text>}
      {parts.map(([name, value]) => (
        <div key={name}>
          <Text size="sm" fw={600} mb={2}>
            {capitalise(name)}
          </Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
          </Code>
        </div>
      ))}
    </Stack>
  );
}
