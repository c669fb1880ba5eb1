import { Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { refrain, type Schemas, useSystemStatus } from '../api/refrain.ts';
import { CopyLinkButton } from '../components/copy-link-button.tsx';
import { Page } from '../components/page.tsx';
import { count } from '../labels/format.ts';
import { DataTable } from '../list/data-table.tsx';
import { hasAnyFilter, useUpdateSearchParameters } from '../list/filters.tsx';
import { isAllTime, namePeriod } from '../list/period.ts';
import type { FailuresSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions } from '../list/virtual-list.tsx';
import { defaultPatternDays } from '../patterns/to-pattern-filter.ts';
import { createFailureColumns } from './failure-columns.tsx';
import { FailureFilterBar } from './failure-filter-bar.tsx';
import { FailureItem } from './failure-item.tsx';
import { FailureViews } from './failure-views.tsx';
import { NoFailures } from './no-failures.tsx';
import { toFailureListQuery } from './to-failure-list-query.ts';

/** The list refreshes itself only up to this number of loaded pages, because a refresh fetches all of them again. */
const maxRefreshedPages = 3;

export function FailuresPage() {
  const search = useSearch({ from: '/failures' });
  const show = useUpdateSearchParameters<FailuresSearchParameters>();
  const defaultSort = search.query === undefined ? 'occurredAt' : 'relevance';
  const { sort = defaultSort, order = 'desc', ...filter } = search;
  const columns = useMemo(() => createFailureColumns(search.query), [search.query]);
  const { records: _records, days: _days, since: _since, until: _until, ...narrowing } = filter;
  const query = { ...toFailureListQuery(filter), sort, order, limit: 200 };
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/failures',
    { params: { query } },
    {
      ...paginationOptions(),
      staleTime: ({ state }) =>
        (state.data?.pages.length ?? 0) > maxRefreshedPages ? Number.POSITIVE_INFINITY : 5_000,
      refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > maxRefreshedPages ? false : 30_000),
    },
  );
  return (
    <Page title="Failures" lead={<Totals />} actions={<CopyLinkButton />}>
      <FailureViews search={search} />
      <FailureFilterBar search={search} />
      <DataTable
        list={list}
        one={search.records === undefined ? 'failure' : 'record'}
        columns={columns}
        sort={{ key: sort, order }}
        changeSort={(changed) => show(changed)}
        {...(search.query !== undefined && { sortWithoutColumn: { key: 'relevance', title: 'Relevance' } })}
        note={
          sort === 'relevance' && (
            <Text size="sm" c="dimmed">
              Most relevant first
            </Text>
          )
        }
        rowHeight={search.query === undefined ? 42 : 62}
        empty={
          <NoFailures
            isFiltered={hasAnyFilter(narrowing)}
            isExcluded={search.records === 'excluded'}
            periodName={isAllTime(search) ? null : namePeriod(search, defaultPatternDays)}
          />
        }
        keyOf={idOf}
        nameOf={({ title }) => title}
        renderCompact={(failure) => <FailureItem failure={failure} query={search.query} />}
      />
    </Page>
  );
}

const idOf = ({ id }: Schemas['ListedFailure']) => id;

function Totals() {
  const { data } = useSystemStatus();
  if (data === undefined) return 'Incidents, failed deployments and reverted changes';
  const excluded = data.failures - data.unassigned.of;
  const counted = 'Incidents, failed deployments and reverted changes.';
  if (excluded === 0) return counted;
  return `${counted} ${count(excluded, 'other record')} ${excluded === 1 ? 'is' : 'are'} excluded, such as routine reverts.`;
}
