import { Flex } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { Page } from '../components/page.tsx';
import { toServiceSearch } from '../components/to-service-search.ts';
import { DataTable } from '../list/data-table.tsx';
import { SearchField, useUpdateSearchParameters } from '../list/filters.tsx';
import { describePeriodDays, namePeriod } from '../list/period.ts';
import { PeriodSelect } from '../list/period-select.tsx';
import type { ServicesSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions } from '../list/virtual-list.tsx';
import { IdleServicesLine } from './idle-services-line.tsx';
import { NoServices } from './no-services.tsx';
import { listServiceColumns } from './service-columns.tsx';
import { ServiceItem } from './service-item.tsx';
import { defaultServiceDays, toServicePeriodQuery } from './service-period.ts';
import { ServicesTabs } from './services-tabs.tsx';
import { TeamSelect } from './team-select.tsx';

export function ServicesPage() {
  const search = useSearch({ from: '/services' });
  const show = useUpdateSearchParameters<ServicesSearchParameters>();
  const sort = search.sort ?? 'episodes';
  const order = search.order ?? (sort === 'name' ? 'asc' : 'desc');
  const { query, team, idle } = search;
  const minEpisodes = idle === undefined && query === undefined ? 1 : 0;
  const filter = { query, team, minEpisodes, ...toServicePeriodQuery(search) };
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/services',
    { params: { query: { ...filter, sort, order, limit: 200 } } },
    paginationOptions(60_000),
  );
  const services = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const hasOwners = services.some(({ teams }) => teams.length > 0);
  const maxBar = Math.max(1, ...services.flatMap(({ timeline }) => timeline));
  const shown = list.data?.pages[0]?.period;
  const folded = minEpisodes === 0 ? 0 : (list.data?.pages[0]?.idle ?? 0);
  const periodName = namePeriod(search, defaultServiceDays);
  const periodDays = shown ? describePeriodDays(shown) : '';
  const columns = useMemo(
    () => listServiceColumns({ hasOwners, maxBar, periodName, periodDays }),
    [hasOwners, maxBar, periodName, periodDays],
  );
  const renderItem = useCallback(
    (service: Schemas['ServiceSummary']) => <ServiceItem service={service} maxBar={maxBar} />,
    [maxBar],
  );
  return (
    <Page title="Services" lead="What each service suffers from, and who owns it.">
      <ServicesTabs />
      <Flex wrap="wrap" gap="sm" maw={860}>
        <SearchField
          placeholder="Name of a service"
          query={query ?? ''}
          search={(words) => show({ query: words }, true)}
        />
        <PeriodSelect
          period={search}
          defaultDays={defaultServiceDays}
          hasAllTime={false}
          shown={shown}
          choose={(period) => show(toServiceSearch(period))}
        />
        <TeamSelect team={team} choose={(chosen) => show({ team: chosen })} />
      </Flex>
      <DataTable
        list={list}
        one="service"
        columns={columns}
        sort={{ key: sort, order }}
        changeSort={(changed) => show(changed)}
        rowHeight={48}
        empty={folded === 0 && <NoServices isFiltered={query !== undefined || team !== undefined} />}
        keyOf={keyOf}
        nameOf={({ name }) => name}
        renderCompact={renderItem}
      />
      {folded > 0 && <IdleServicesLine services={folded} />}
    </Page>
  );
}

const keyOf = ({ kind, name }: Schemas['ServiceSummary']) => `${kind} ${name}`;
