import { useEffect, useRef } from 'react';
import { invalidateQueries } from '../api/query-client.ts';

/** API paths whose responses depend on the clustering. */
const clusteringQueries = ['/v1/overview', '/v1/patterns', '/v1/reports', '/v1/improvements', '/v1/map'] as const;

/** Refreshes the results of the clustering as soon as the server has no pending work. */
export function useRefreshWhenDone(isBusy: boolean | undefined): void {
  const wasBusy = useRef(isBusy);
  useEffect(() => {
    if (wasBusy.current === true && isBusy === false) void invalidateQueries(...clusteringQueries);
    wasBusy.current = isBusy;
  }, [isBusy]);
}
