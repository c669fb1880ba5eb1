import { Flex, Grid, Stack } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { CopyLinkButton } from '../components/copy-link-button.tsx';
import { FigureCards } from '../components/figure-cards.tsx';
import { Page } from '../components/page.tsx';
import { QueryState } from '../components/states.tsx';
import { toServiceSearch } from '../components/to-service-search.ts';
import { BackToList } from '../list/back-to-list.tsx';
import { useUpdateSearchParameters } from '../list/filters.tsx';
import { describePeriod, type PeriodParameters } from '../list/period.ts';
import { PeriodSelect } from '../list/period-select.tsx';
import { defaultServiceDays, toServicePeriodQuery } from '../services/service-period.ts';
import { CauseList } from './cause-list.tsx';
import { CostliestPattern } from './costliest-pattern.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { describeService, listServiceFigures } from './describe-service.ts';
import { EpisodeTimeline } from './episode-timeline.tsx';
import { LongestFailures } from './longest-failures.tsx';
import { NewestFailures } from './newest-failures.tsx';
import { OwnershipList, RelatedServiceList } from './ownership-list.tsx';
import { ServicePatternTable } from './service-pattern-table.tsx';

export function ServicePage() {
  const { name } = useParams({ from: '/services/$name' });
  const search = useSearch({ from: '/services/$name' });
  const show = useUpdateSearchParameters<typeof search>();
  const profile = refrain.useQuery(
    'get',
    '/v1/services/profile',
    { params: { query: { name, ...toServicePeriodQuery(search) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Stack>
      <BackToList to="/services">All services</BackToList>
      <Page title={name} lead={profile.data && describeService(profile.data)} actions={<CopyLinkButton />}>
        <Flex wrap="wrap" gap="sm" maw={480}>
          <PeriodSelect
            period={search}
            defaultDays={defaultServiceDays}
            hasAllTime={false}
            shown={profile.data?.period}
            choose={(period) => show(toServiceSearch(period))}
          />
        </Flex>
        <QueryState query={profile} what="the service" height={480}>
          {(data) => <Profile profile={data} period={search} />}
        </QueryState>
      </Page>
    </Stack>
  );
}

interface ProfileProps {
  readonly profile: Schemas['ServiceProfile'];
  /** The period that the user chose. */
  readonly period: PeriodParameters;
}

function Profile({ profile, period }: ProfileProps) {
  const { name, kind, causes, lastAt, related, delivery, patterns } = profile;
  const [costliest] = patterns;
  const periodName = describePeriod(period, defaultServiceDays, profile.period);
  return (
    <Stack gap="lg">
      {costliest !== undefined && <CostliestPattern pattern={costliest} />}
      {lastAt !== null && <FigureCards label="Key figures" figures={listServiceFigures(profile)} />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <ServicePatternTable profile={profile} period={period} periodName={periodName} />
            <LongestFailures name={name} kind={kind} period={period} periodName={periodName} />
            <NewestFailures name={name} kind={kind} period={period} periodName={periodName} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <OwnershipList profile={profile} />
            {lastAt !== null && <EpisodeTimeline profile={profile} lastAt={lastAt} />}
            {causes.length > 0 && (
              <CauseList name={name} kind={kind} causes={causes} period={period} periodName={periodName} />
            )}
            {related.length > 0 && <RelatedServiceList related={related} />}
            {delivery.length > 0 && <DeliveryTable delivery={delivery} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
