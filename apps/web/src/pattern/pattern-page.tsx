import { Skeleton, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { isMissing } from '../api/api-problem.ts';
import { refrain } from '../api/refrain.ts';
import { PageLink } from '../parts/page-link.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { PatternReportView } from './pattern-report-view.tsx';

export function PatternPage() {
  const { patternId } = useParams({ from: '/patterns/$patternId' });
  const at = { params: { path: { id: patternId } } };
  const report = refrain.useQuery('get', '/v1/patterns/{id}/report', at, { refetchInterval: 30_000 });
  const pattern = refrain.useQuery('get', '/v1/patterns/{id}', at);
  return (
    <Stack>
      <PageLink to="/patterns" size="sm">
        ← All patterns
      </PageLink>
      {report.isPending && <Skeleton height={400} role="status" aria-label="Loading the report" />}
      {report.error && <ProblemNotice error={report.error} retry={() => report.refetch()} />}
      {report.data && (
        <PatternReportView
          report={report.data.report}
          lineage={pattern.data?.lineage ?? []}
          retired={isMissing(pattern.error)}
        />
      )}
    </Stack>
  );
}
