import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { isInProgress } from './describe-progress.ts';

/** Follows the progress of a backfill by server-sent events, and polls while the event stream is unavailable. */
export function useBackfillProgress(id: string) {
  const client = useQueryClient();
  const options = refrain.queryOptions('get', '/v1/connections/{id}/progress', { params: { path: { id } } });
  const [isStreaming, setStreaming] = useState(false);
  const progress = useQuery({
    ...options,
    refetchInterval: ({ state: { data } }) => (data && isInProgress(data) && !isStreaming ? 3_000 : 15_000),
  });
  const isMoving = progress.data !== undefined && isInProgress(progress.data);
  useEffect(() => {
    if (!isMoving) return;
    const { queryKey } = refrain.queryOptions('get', '/v1/connections/{id}/progress', { params: { path: { id } } });
    const events = new EventSource(`/v1/connections/${encodeURIComponent(id)}/progress/events`);
    events.onopen = () => setStreaming(true);
    // The EventSource reconnects by itself. Until then the query polls.
    events.onerror = () => setStreaming(false);
    events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      client.setQueryData(queryKey, JSON.parse(data) as Schemas['BackfillProgress']);
    });
    return () => {
      events.close();
      setStreaming(false);
    };
  }, [client, id, isMoving]);
  return progress;
}
