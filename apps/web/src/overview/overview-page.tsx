import { Grid, Group, Loader, Stack, Text } from '@mantine/core';
import { lazy, memo, Suspense } from 'react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ChartFigure, ControlChart } from '../chart/chart-figure.tsx';
import { TextLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { QueryState } from '../components/states.tsx';
import { formatTwoSignificantDigits } from '../labels/format.ts';
import { describeControlChart, describeTrend, findOutdatedLastDay } from './describe-overview.ts';
import { FailureMapTable } from './failure-map-table.tsx';
import { Fixes, Next30DaysForecast, OverviewCompletenessPanel, Panel, PatternChanges } from './panels.tsx';

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
  const overview = refrain.useQuery(
    'get',
    '/v1/overview',
    {},
    { refetchInterval: ({ state: { data } }) => (data?.map === null && data.asOf !== null ? 3_000 : 15_000) },
  );
  if (overview.data?.connections === 0 && overview.data.failures === 0)
    return (
      <Suspense>
        <OnboardingPage />
      </Suspense>
    );
  const { answer, why } = describeTrend(overview.data?.trend ?? null);
  const lastDay = findOutdatedLastDay(overview.data?.asOf ?? null, Date.now());
  return (
    <Page
      title={overview.data ? answer : 'Overview'}
      lead={
        overview.data &&
        (lastDay === null ? why : `${why} Nothing is known after ${lastDay}: all of this is as of then.`)
      }
      actions={overview.data?.busy && <ImportInProgressNote />}
    >
      <Suspense>{overview.data && <OnboardingCard />}</Suspense>
      <QueryState query={overview} what="the overview" height={600}>
        {(data) => <Figures overview={data} lastDay={lastDay} />}
      </QueryState>
      {overview.data && (
        <Suspense>
          <CellDrawer />
        </Suspense>
      )}
    </Page>
  );
}

interface FiguresProps {
  readonly overview: Schemas['Overview'];
  readonly lastDay: string | null;
}

/** The charts are memoised, so that opening or closing a cell does not render them again. */
const Figures = memo(({ overview, lastDay }: FiguresProps) => (
  <Grid gap="sm">
    <Grid.Col span={{ base: 12, md: 7 }}>
      <Stack gap="sm">
        <EpisodeRate chart={overview.controlChart} />
        <FailureMapTable map={overview.map} isAwaited={overview.map === null && overview.asOf !== null} />
      </Stack>
    </Grid.Col>
    <Grid.Col span={{ base: 12, md: 5 }}>
      <Stack gap="sm">
        <PatternChanges became={overview.patternChanges} />
        <Fixes fixes={overview.fixes} />
        <Next30DaysForecast forecast={overview.next30Days} lastDay={lastDay} />
        <OverviewCompletenessPanel completeness={overview.completeness} asOf={overview.asOf} />
      </Stack>
    </Grid.Col>
  </Grid>
));

const formatRate = (figure: number | null) => (figure === null ? '' : formatTwoSignificantDigits(figure));

function EpisodeRate({ chart }: { readonly chart: Schemas['Overview']['controlChart'] }) {
  return (
    <Panel title={chart?.unit === 'week' ? 'Episodes by week' : 'Episodes per 100 changes, by week'}>
      {chart === null ? (
        <Text size="sm" c="dimmed">
          Too little time is known to draw it.
        </Text>
      ) : (
        <ChartFigure
          title="Episodes week by week"
          isTitled
          description={describeControlChart(chart)}
          height={118}
          columns={['Week', 'Episodes', chart.unit === 'week' ? 'A week' : 'Per 100 changes', 'By chance from', 'to']}
          rows={chart.points.map(({ week, episodes, value, low, high }) => [
            week,
            episodes,
            formatRate(value),
            formatRate(low),
            formatRate(high),
          ])}
        >
          <ControlChart chart={chart} />
        </ChartFigure>
      )}
    </Panel>
  );
}

function ImportInProgressNote() {
  return (
    <Group gap="xs" maw={260} wrap="nowrap" role="status">
      <Loader size="xs" aria-hidden />
      <Text size="sm" c="dimmed">
        Still reading: this is what is known so far. <TextLink to="/connections">How far it is</TextLink>
      </Text>
    </Group>
  );
}
