import { Alert, Group, Stack } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { isNotFound } from '../api/api-problem.ts';
import { refrain } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { QueryState } from '../components/query-state.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { BackToList } from '../list/back-to-list.tsx';
import { NextToReview } from './next-to-review.tsx';
import { PatternReportView } from './pattern-report-view.tsx';
import { PendingReportNotice } from './pending-report-notice.tsx';

export function PatternPage() {
  const { patternId } = useParams({ from: '/patterns/$patternId' });
  const { report: snapshot } = useSearch({ from: '/patterns/$patternId' });
  const request = { params: { path: { id: patternId } } };
  const isNewest = snapshot === undefined;
  const newest = refrain.useQuery('get', '/v1/patterns/{id}/report', request, {
    refetchInterval: 30_000,
    enabled: isNewest,
  });
  const earlier = refrain.useQuery(
    'get',
    '/v1/reports/{id}',
    { params: { path: { id: snapshot ?? '' } } },
    { enabled: !isNewest },
  );
  const pattern = refrain.useQuery('get', '/v1/patterns/{id}', request);
  const report = isNewest ? newest : earlier;
  const isReportPending = isNotFound(report.error) && pattern.data !== undefined;
  return (
    <Stack>
      <Group justify="space-between" className="not-printed">
        <BackToList to="/patterns">All patterns</BackToList>
        {isNewest && <NextToReview patternId={patternId} />}
      </Group>
      {isReportPending && isNewest ? (
        <PendingReportNotice pattern={pattern.data} />
      ) : (
        <QueryState query={report} what="the report" height={480}>
          {(stored) => (
            <>
              {!isNewest && (
                <Alert variant="outline" className="not-printed">
                  This is the report as it was written on <Timestamp at={stored.createdAt} />.{' '}
                  <PageLink to="/patterns/$patternId" params={{ patternId }} inherit underline="always">
                    See the newest
                  </PageLink>
                </Alert>
              )}
              <PatternReportView
                key={stored.patternId}
                stored={stored}
                lineage={pattern.data?.lineage ?? []}
                retired={isNotFound(pattern.error)}
                isNewest={isNewest}
                whyNoImprovement={pattern.data?.whyNoImprovement ?? null}
              />
            </>
          )}
        </QueryState>
      )}
    </Stack>
  );
}
