import { Flex } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { causeLabels } from '../labels/domain-labels.ts';
import { FacetSelect, SearchField, ServiceField, useUpdateSearch } from '../list/filters.tsx';
import type { LibrarySearch } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ScenarioCard } from './scenario-card.tsx';

export function LibraryPage() {
  const filter = useSearch({ from: '/library' });
  const query = { ...filter, limit: 50 };
  const list = refrain.useInfiniteQuery('get', '/v1/library', { params: { query } }, paginationOptions());
  return (
    <Page
      title="Library"
      lead="What the past teaches, to be read before it comes back: one scenario for each pattern, most episodes first."
      actions={<ExportMenu filter={filter} />}
    >
      <LibraryFilterBar filter={filter} />
      <VirtualList
        list={list}
        one="scenario"
        rowHeight={280}
        empty={<NoScenarios filtered={Object.values(filter).some((value) => value !== undefined)} />}
        keyOf={({ pattern }) => pattern.id}
      >
        {(entry) => <ScenarioCard entry={entry} />}
      </VirtualList>
    </Page>
  );
}

function LibraryFilterBar({ filter }: { readonly filter: LibrarySearch }) {
  const show = useUpdateSearch<LibrarySearch>();
  return (
    <Flex wrap="wrap" gap="sm">
      <SearchField
        placeholder="Words of a name or lesson"
        query={filter.query ?? ''}
        search={(query) => show({ query }, filter.query !== undefined)}
      />
      <FacetSelect label="Cause" labels={causeLabels} chosen={filter.cause} choose={(cause) => show({ cause })} />
      <ServiceField name={filter.service} choose={(service) => show({ service })} />
    </Flex>
  );
}

function NoScenarios({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <EmptyState title="No scenario fits.">Take a word or a filter away.</EmptyState>;
  return (
    <EmptyState title="The library is empty.">
      It fills as soon as <TextLink to="/patterns">something has come back</TextLink>: each pattern that has a report is
      a scenario.
    </EmptyState>
  );
}
