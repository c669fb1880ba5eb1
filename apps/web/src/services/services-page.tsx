import { Flex } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { Page } from '../components/page.tsx';
import { SearchField, useUpdateSearchParameters } from '../list/filters.tsx';
import type { ServicesSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions } from '../list/virtual-list.tsx';
import { ServiceTable } from './service-table.tsx';
import { ServicesTabs } from './services-tabs.tsx';
import { TeamSelect } from './team-select.tsx';

export function ServicesPage() {
  const search = useSearch({ from: '/services' });
  const show = useUpdateSearchParameters<ServicesSearchParameters>();
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/services',
    { params: { query: { ...search, limit: 200 } } },
    paginationOptions(60_000),
  );
  return (
    <Page title="Services" lead="What each service suffers from, and who owns it.">
      <ServicesTabs />
      <Flex wrap="wrap" gap="sm">
        <SearchField
          placeholder="name of a service"
          query={search.query ?? ''}
          search={(query) => show({ query }, true)}
        />
        <TeamSelect team={search.team} choose={(team) => show({ team })} />
      </Flex>
      <ServiceTable list={list} isFiltered={search.query !== undefined || search.team !== undefined} />
    </Page>
  );
}
