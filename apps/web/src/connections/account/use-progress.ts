import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { isInProgress } from './describe-progress.ts';

/** How far a backfill is: told as it goes on, and asked for where that cannot be. */
export function useProgress(id: string) {
  const client = useQueryClient();
  const options = refrain.queryOptions('get', '/v1/connections/{id}/progress', { params: { path: { id } } });
  const [isReported, setTold] = useState(false);
  const progress = useQuery({
    ...options,
    refetchInterval: ({ state: { data } }) => (data && isInProgress(data) && !isReported ? 3_000 : 15_000),
  });
  const isMoving = progress.data !== undefined && isInProgress(progress.data);
  useEffect(() => {
    if (!isMoving) return;
    const { queryKey } = refrain.queryOptions('get', '/v1/connections/{id}/progress', { params: { path: { id } } });
    const events = new EventSource(`/v1/connections/${encodeURIComponent(id)}/progress/events`);
    events.onopen = () => setTold(true);
    // It tries again by itself; until it has, we ask.
    events.onerror = () => setTold(false);
    events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      client.setQueryData(queryKey, JSON.parse(data) as Schemas['BackfillProgress']);
    });
    return () => {
      events.close();
      setTold(false);
    };
  }, [client, id, isMoving]);
  return progress;
}
