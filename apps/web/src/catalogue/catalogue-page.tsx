import { Button, Flex } from '@mantine/core';
import { useDisclosure, useTimeout } from '@mantine/hooks';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { invalidateQueries, refrain } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { notify, notifyProblem } from '../components/notify.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { useHasRole, VisibleForRole } from '../components/visible-for-role.tsx';
import { catalogueEntryStatusLabels } from '../labels/domain-labels.ts';
import {
  hasAnyFilter,
  PropertyFilterSelect,
  RepositoryField,
  ServiceField,
  useUpdateSearchParameters,
} from '../list/filters.tsx';
import type { CatalogueSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { AddEntryModal } from './add-entry-modal.tsx';
import { CatalogueFileModal } from './catalogue-file-modal.tsx';
import { EntryDecisionProgress } from './entry-decision-progress.tsx';
import { EntryRow } from './entry-row.tsx';
import { deleteEntryWithUndo, useEntryDecisions } from './use-entry-decisions.ts';

const rowHeight = 190;

export function CataloguePage() {
  const filter = useSearch({ from: '/catalogue' });
  const [isAdding, addModal] = useDisclosure(false);
  const [isReading, readModal] = useDisclosure(false);
  const canDecide = useHasRole('triager');
  const suggesting = useNewSuggestions();
  const query = { ...filter, limit: 100 };
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/catalogue',
    { params: { query } },
    paginationOptions(suggesting.isAwaited && 2_000),
  );
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const { decide, undo, last } = useEntryDecisions();
  const isFiltered = hasAnyFilter(filter);
  return (
    <Page
      title="Catalogue"
      lead="The repository of each service. Your decisions apply to every later analysis."
      actions={
        <VisibleForRole needs="triager">
          <Button variant="default" onClick={suggesting.ask} loading={suggesting.isPending}>
            Suggest again
          </Button>
          <Button variant="default" onClick={readModal.open}>
            Import file
          </Button>
          <Button variant="default" onClick={addModal.open}>
            Add entry
          </Button>
        </VisibleForRole>
      }
    >
      {canDecide && <EntryDecisionProgress last={last} undo={undo} />}
      <CatalogueFilterBar filter={filter} />
      <VirtualList
        list={list}
        one="entry"
        many="entries"
        rowHeight={rowHeight}
        empty={<NoEntries filter={filter} isFiltered={isFiltered} />}
        keyOf={({ id }) => id}
      >
        {(entry, at) => (
          <EntryRow
            entry={entry}
            isFirst={entries[at - 1]?.service !== entry.service}
            decide={(to) => decide(entry, to)}
            remove={() => (entry.origin === 'person' ? void deleteEntryWithUndo(entry) : decide(entry, 'suggested'))}
          />
        )}
      </VirtualList>
      {isAdding && <AddEntryModal close={addModal.close} />}
      {isReading && <CatalogueFileModal close={readModal.close} />}
    </Page>
  );
}

function CatalogueFilterBar({ filter }: { readonly filter: CatalogueSearchParameters }) {
  const show = useUpdateSearchParameters<CatalogueSearchParameters>();
  return (
    <Flex wrap="wrap" gap="sm">
      <PropertyFilterSelect
        label="Decision"
        labels={catalogueEntryStatusLabels}
        chosen={filter.status}
        choose={(status) => show({ status })}
      />
      <ServiceField name={filter.service} choose={(service) => show({ service })} />
      <RepositoryField name={filter.repository} choose={(repository) => show({ repository })} />
    </Flex>
  );
}

function NoEntries({
  filter,
  isFiltered,
}: {
  readonly filter: CatalogueSearchParameters;
  readonly isFiltered: boolean;
}) {
  if (filter.status === 'suggested')
    return (
      <EmptyState title="No suggestions to review">
        <PageLink to="/catalogue">Show the whole catalogue</PageLink>
      </EmptyState>
    );
  if (isFiltered) return <EmptyState title="No entries match.">Remove a filter.</EmptyState>;
  return (
    <EmptyState title="No entries yet">
      Refrain suggests entries from the names, texts and times of failures. Connect GitHub and PagerDuty, import a
      catalog-info.yaml, or add an entry yourself.
    </EmptyState>
  );
}

/** The list polls for this many milliseconds after the user has requested suggestions. */
const pollFor = 12_000;

/** Requests new suggestions. `isAwaited` tells whether the list should poll for them. */
function useNewSuggestions() {
  const [isAwaited, setAwaited] = useState(false);
  const { start } = useTimeout(() => {
    setAwaited(false);
    void invalidateQueries('/v1/catalogue');
  }, pollFor);
  const { mutate, isPending } = refrain.useMutation('post', '/v1/catalogue/suggest', {
    onSuccess() {
      setAwaited(true);
      start();
      notify({ message: 'New suggestions will appear here soon. Decided entries stay.' });
    },
    onError: notifyProblem,
  });
  return { ask: () => mutate({}), isPending, isAwaited };
}
