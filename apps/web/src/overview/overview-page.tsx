import { Grid, Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { lazy, memo, Suspense } from 'react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { FigureCards } from '../components/figure-cards.tsx';
import { Page } from '../components/page.tsx';
import { QueryState } from '../components/states.tsx';
import { useUpdateSearchParameters } from '../list/filters.tsx';
import { PeriodSelect } from '../list/period-select.tsx';
import type { OverviewSearchParameters } from '../list/search-parameters.ts';
import { describeHeadline } from './describe-headline.ts';
import { describeKeyFigures } from './describe-key-figures.ts';
import { findOutdatedLastDay } from './describe-overview.ts';
import { EpisodeRate } from './episode-rate.tsx';
import { FailureMapTable } from './failure-map-table.tsx';
import { OverviewLead } from './overview-lead.tsx';
import { defaultDays, toOverviewQuery } from './overview-range.ts';
import { Fixes, Next30DaysForecast, OverviewCompleteness } from './panels.tsx';
import { TaskList } from './task-list.tsx';
import { WorstPatterns } from './worst-patterns.tsx';

const OnboardingPage = lazy(async () => ({
  default: (await import('../onboarding/onboarding-page.tsx')).OnboardingPage,
}));
const OnboardingCard = lazy(async () => ({
  default: (await import('../onboarding/onboarding-card.tsx')).OnboardingCard,
}));

/** Loaded after the page, because it is needed only when a user opens a cell. */
const CellDrawer = lazy(async () => ({
  default: (await import('./failure-map-cell-drawer.tsx')).FailureMapCellDrawer,
}));

export function OverviewPage() {
  const { days, since, until } = useSearch({ from: '/' });
  const range = { days, since, until };
  const show = useUpdateSearchParameters<OverviewSearchParameters>();
  const overview = refrain.useQuery(
    'get',
    '/v1/overview',
    { params: { query: toOverviewQuery(range) } },
    {
      refetchInterval: ({ state: { data } }) => (data?.map === null && data.asOf !== null ? 3_000 : 15_000),
      // Keeps the last period visible until the chosen one is loaded.
      placeholderData: (previous: Schemas['Overview'] | undefined) => previous,
    },
  );
  const { data } = overview;
  if (data?.connections === 0 && data.failures === 0)
    return (
      <Suspense>
        <OnboardingPage />
      </Suspense>
    );
  const lastDay = findOutdatedLastDay(data?.asOf ?? null, Date.now());
  const headline = data && describeHeadline(data, range, lastDay);
  return (
    <Page
      title={headline?.title ?? 'Overview'}
      lead={data && <OverviewLead overview={data} detail={headline?.detail ?? ''} />}
      actions={
        data &&
        data.period !== null && (
          <PeriodSelect period={range} defaultDays={defaultDays} hasAllTime={false} shown={data.period} choose={show} />
        )
      }
    >
      {/* Before the first figures, the next step is to connect; later the figures come first. */}
      <Suspense>{data?.period === null && <OnboardingCard />}</Suspense>
      <QueryState query={overview} what="the overview" height={600}>
        {(loaded) => (
          <Figures overview={loaded} lastDay={lastDay} days={days ?? defaultDays} since={since} until={until} />
        )}
      </QueryState>
      <Suspense>{data && data.period !== null && <OnboardingCard />}</Suspense>
      {data && data.period !== null && (
        <Suspense>
          <CellDrawer period={data.period} />
        </Suspense>
      )}
    </Page>
  );
}

interface FiguresProps {
  readonly overview: Schemas['Overview'];
  readonly lastDay: string | null;
  readonly days: number;
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** The charts are memoised, so that opening or closing a cell does not render them again. */
const Figures = memo(({ overview, lastDay, days, since, until }: FiguresProps) => {
  const { figures, figuresBefore, controlChart, map, asOf } = overview;
  const range = { days: days === defaultDays ? undefined : days, since, until };
  const wide = { base: 12, md: 7 };
  const hasMap = map !== null && map.services.length > 0;
  const narrow = { base: 12, md: 5 };
  return (
    <Stack gap="sm">
      {figures !== null && (
        <FigureCards
          label="Key figures"
          figures={describeKeyFigures(
            figures,
            figuresBefore,
            overview.comparison?.direction ?? null,
            overview.fixes.byState.proposed ?? 0,
          )}
        />
      )}
      <Grid gap="sm">
        <Grid.Col span={wide}>
          <TaskList tasks={overview.tasks} changes={overview.patternChanges} range={range} />
        </Grid.Col>
        {controlChart !== null && controlChart.points.length > 0 && (
          <Grid.Col span={narrow}>
            <EpisodeRate chart={controlChart} comparison={overview.comparison} />
          </Grid.Col>
        )}
      </Grid>
      <Grid gap="sm">
        <Grid.Col span={hasMap ? wide : 12}>
          <WorstPatterns overview={overview} range={range} />
        </Grid.Col>
        {hasMap && (
          <Grid.Col span={narrow}>
            <FailureMapTable map={map} range={range} />
          </Grid.Col>
        )}
      </Grid>
      <Fixes fixes={overview.fixes} />
      <Next30DaysForecast forecast={overview.next30Days} lastDay={lastDay} />
      <OverviewCompleteness completeness={overview.completeness} asOf={asOf} />
    </Stack>
  );
});
