import { Button, Group, Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { invalidateQueries } from '../api/query-client.ts';
import { refrain, type Schemas } from '../api/refrain.ts';
import { notify } from '../components/notify.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { undoEffectDescriptions } from '../labels/audit-labels.ts';

/** Interval and timeout of polling, in milliseconds. */
const polling = { interval: 1_000, timeout: 60_000 };

/** Undoes a write and polls until the undo has succeeded or failed. */
export function UndoButton({
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
            : 'Undoing …'}
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
          {undoEffectDescriptions[action] && (
            <Text size="sm" c="dimmed" flex="1 1 200px">
              {undoEffectDescriptions[action]}
            </Text>
          )}
        </Group>
      )}
      {undo.error && <ProblemNotice error={undo.error} />}
    </>
  );
}
