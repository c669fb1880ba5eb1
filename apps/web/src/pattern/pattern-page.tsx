import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { isNotFound } from '../api/api-problem.ts';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { QueryState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { BackToList } from '../list/back-to-list.tsx';
import { PatternPropertyList } from './pattern-property-list.tsx';
import { PatternReportView } from './pattern-report-view.tsx';
import { RetiredPatternNotice } from './retired-pattern-notice.tsx';
import { useIsUpdating } from './use-is-updating.ts';

export function PatternPage() {
  const { patternId } = useParams({ from: '/patterns/$patternId' });
  const { report: snapshot } = useSearch({ from: '/patterns/$patternId' });
  const request = { params: { path: { id: patternId } } };
  const isNewest = snapshot === undefined;
  const newest = refrain.useQuery('get', '/v1/patterns/{id}/report', request, {
    refetchInterval: ({ state }) => (state.data?.isPending ? 2_000 : 30_000),
    enabled: isNewest,
  });
  const params = { path: { id: snapshot ?? '' } };
  const earlier = refrain.useQuery('get', '/v1/reports/{id}', { params }, { enabled: !isNewest });
  const pattern = refrain.useQuery('get', '/v1/patterns/{id}', request);
  const report = isNewest ? newest : earlier;
  const isUpdating = useIsUpdating(patternId, isNewest && newest.data?.isPending === true);
  const retirement = pattern.data?.retirement ?? null;
  const hasNoReport = isNotFound(report.error) && pattern.data !== undefined;
  return (
    <Stack>
      <Group justify="space-between" className="not-printed">
        <BackToList to="/patterns">All patterns</BackToList>
        {isNewest && retirement === null && <NextToReview patternId={patternId} />}
      </Group>
      {retirement !== null && <RetiredPatternNotice retirement={retirement} hasReport={report.data !== undefined} />}
      {hasNoReport && isNewest ? (
        <PatternWithoutReport pattern={pattern.data} />
      ) : (
        <QueryState query={report} what="the report" height={480}>
          {(stored) => (
            <>
              {!isNewest && (
                <Alert variant="outline" className="not-printed">
                  You are viewing the report of <Timestamp at={stored.createdAt} />.{' '}
                  <TextLink to="/patterns/$patternId" params={{ patternId }}>
                    Show the newest report
                  </TextLink>
                </Alert>
              )}
              <PatternReportView
                key={stored.patternId}
                stored={stored}
                lineage={pattern.data?.lineage ?? []}
                isRetired={retirement !== null}
                isNewest={isNewest}
                isUpdating={isUpdating}
                whyNoImprovement={pattern.data?.whyNoImprovement ?? null}
              />
            </>
          )}
        </QueryState>
      )}
    </Stack>
  );
}

/** Links to the most harmful pattern without a review. Renders nothing if there is none. */
function NextToReview({ patternId }: { readonly patternId: string }) {
  const { data } = refrain.useQuery('get', '/v1/patterns', {
    params: { query: { judgement: 'none', sort: 'harm', limit: 20 } },
  });
  const items = data?.items ?? [];
  const current = items.findIndex(({ id }) => id === patternId);
  const next = items[current + 1] ?? items.find(({ id }) => id !== patternId);
  if (next === undefined) return null;
  return (
    <PageLink to="/patterns/$patternId" params={{ patternId: next.id }} size="sm" title={next.name}>
      Next to review →
    </PageLink>
  );
}

function PatternWithoutReport({ pattern }: { readonly pattern: Schemas['PatternResponse'] }) {
  return (
    <Stack>
      <Title order={1}>{pattern.name}</Title>
      <Text size="lg">{pattern.lesson}</Text>
      {pattern.retirement === null && (
        <Text c="dimmed" role="status">
          Refrain is writing the report…
        </Text>
      )}
      <PatternPropertyList pattern={pattern} />
    </Stack>
  );
}
