import { useEffect, useRef } from 'react';
import { refresh } from '../api/query-client.ts';

/** What a regrouping changes. */
const clusteringQueries = ['/v1/overview', '/v1/patterns', '/v1/reports', '/v1/improvements', '/v1/map'] as const;

/** Once what was under way is done, what it changed is asked for at once, and not at its next turn. */
export function useRefreshWhenDone(isBusy: boolean | undefined): void {
  const was = useRef(isBusy);
  useEffect(() => {
    if (was.current === true && isBusy === false) void refresh(...clusteringQueries);
    was.current = isBusy;
  }, [isBusy]);
}
