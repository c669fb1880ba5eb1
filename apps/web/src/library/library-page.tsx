import { Flex, NativeSelect, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { causeLabels } from '../labels/domain-labels.ts';
import { count } from '../labels/format.ts';
import {
  hasAnyFilter,
  NameField,
  PropertyFilterSelect,
  SearchField,
  ServiceField,
  useUpdateSearchParameters,
} from '../list/filters.tsx';
import { PeriodSelect } from '../list/period-select.tsx';
import type { LibrarySearchParameters } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { ExportMenu } from './export-menu.tsx';
import { LessonCard } from './lesson-card.tsx';
import { toLibraryQuery } from './to-library-query.ts';

export function LibraryPage() {
  const filter = useSearch({ from: '/library' });
  const query = { ...toLibraryQuery(filter), limit: 50 };
  const list = refrain.useInfiniteQuery('get', '/v1/library', { params: { query } }, paginationOptions());
  return (
    <Page
      title="Library"
      lead="Why failures recur, what resolved them, and which fix to choose. Read it before you write a design or a post-mortem."
      actions={<ExportMenu filter={filter} />}
    >
      <LibraryFilterBar filter={filter} />
      <VirtualList
        list={list}
        one="lesson"
        rowHeight={150}
        note={<WithoutLesson patterns={list.data?.pages[0]?.withoutLesson ?? 0} />}
        empty={<NoLessons filtered={hasAnyFilter({ ...filter, sort: undefined })} />}
        keyOf={({ pattern }) => pattern.id}
      >
        {(entry) => <LessonCard entry={entry} />}
      </VirtualList>
    </Page>
  );
}

const sortLabels = [
  { value: 'lastAt', label: 'Newest episode' },
  { value: 'episodes', label: 'Most episodes' },
];

function LibraryFilterBar({ filter }: { readonly filter: LibrarySearchParameters }) {
  const show = useUpdateSearchParameters<LibrarySearchParameters>();
  const facets = refrain.useQuery('get', '/v1/patterns/facets', {}, { staleTime: 60_000 });
  const mechanisms = facets.data?.mechanism.map(({ value }) => value) ?? [];
  return (
    <Flex wrap="wrap" gap="sm">
      <SearchField
        placeholder="For example: certificate, retry, queue"
        query={filter.query ?? ''}
        search={(query) => show({ query }, filter.query !== undefined)}
      />
      <PeriodSelect period={filter} defaultDays="all" hasAllTime shown={null} choose={show} />
      <NativeSelect
        label="Sort by"
        flex="1 1 150px"
        data={sortLabels}
        value={filter.sort ?? 'lastAt'}
        onChange={({ currentTarget: { value } }) => show({ sort: value === 'episodes' ? value : undefined })}
      />
      <PropertyFilterSelect
        label="Cause"
        labels={causeLabels}
        chosen={filter.cause}
        choose={(cause) => show({ cause })}
      />
      <NameField
        label="Mechanism"
        names={mechanisms}
        name={filter.mechanism}
        choose={(mechanism) => show({ mechanism })}
      />
      <ServiceField name={filter.service} choose={(service) => show({ service })} />
    </Flex>
  );
}

function NoLessons({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <EmptyState title="No lessons match these filters.">Remove a filter.</EmptyState>;
  return (
    <EmptyState title="No lessons yet">
      A <TextLink to="/patterns">pattern</TextLink> appears here when its reports state a root cause or a resolution, or
      when its fix has held.
    </EmptyState>
  );
}

/** Says how many patterns are missing here, and why. */
function WithoutLesson({ patterns }: { readonly patterns: number }) {
  if (patterns === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {count(patterns, 'pattern')} {patterns === 1 ? 'has' : 'have'} no lesson yet, because no report states a root
      cause or a resolution.
    </Text>
  );
}
