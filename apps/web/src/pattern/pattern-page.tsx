import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { findPattern, findReport } from '../api.ts';
import { isMissing } from '../api-problem.ts';
import { PageLink } from '../page-link.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { PatternReportView } from './pattern-report-view.tsx';

export function PatternPage() {
  const { patternId } = useParams({ from: '/patterns/$patternId' });
  const report = useQuery({
    queryKey: ['report', patternId],
    queryFn: () => findReport(patternId),
    refetchInterval: 30_000,
  });
  const pattern = useQuery({ queryKey: ['pattern', patternId], queryFn: () => findPattern(patternId) });
  return (
    <Stack>
      <PageLink to="/" size="sm">
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
