import { Flex } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { ButtonLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { digestPeriodLabels, digestScopeLabels } from '../labels/describe-digest-period.ts';
import {
  hasAnyFilter,
  NameField,
  PropertyFilterSelect,
  useScopeNames,
  useUpdateSearchParameters,
} from '../list/filters.tsx';
import type { DigestsSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { DigestCard } from './digest-card.tsx';
import { type DigestGroup, groupDigestsByPeriod, groupDigestsByYear } from './group-digests.ts';
import { ProposalsLink } from './proposals-link.tsx';
import { RequestDigestButton } from './request-digest-button.tsx';

export function DigestsPage() {
  const filter = useSearch({ from: '/digests' });
  const query = { ...filter, limit: 100 };
  const list = refrain.useInfiniteQuery('get', '/v1/digests', { params: { query } }, paginationOptions(60_000));
  const isFiltered = hasAnyFilter(filter);
  const isOneScope = filter.name !== undefined;
  const group = isOneScope ? groupDigestsByYear : groupDigestsByPeriod;
  const groups = group(list.data?.pages.flatMap(({ items }) => items) ?? []);
  const total = list.data?.pages[0]?.total ?? 0;
  const folded = list.data && { ...list.data, pages: [{ items: groups, total }] };
  return (
    <Page
      title="Digests"
      lead={
        <>
          What each week and month cost, what changed and which fixes held. <ProposalsLink />
        </>
      }
      actions={
        <>
          <VisibleForRole needs="admin">
            <ButtonLink to="/settings/$section" params={{ section: 'notifications' }} variant="default">
              Send to Slack…
            </ButtonLink>
          </VisibleForRole>
          <VisibleForRole needs="triager">
            <RequestDigestButton />
          </VisibleForRole>
        </>
      }
    >
      <DigestFilterBar filter={filter} />
      <VirtualList
        list={{ ...list, data: folded }}
        one="digest"
        rowHeight={320}
        empty={
          <EmptyState title={isFiltered ? 'No digests match these filters.' : 'No digests yet'}>
            {isFiltered
              ? 'Remove a filter, or write a digest now.'
              : 'Refrain writes digests for the last week and month when the import is complete. You can also write one now.'}
          </EmptyState>
        }
        keyOf={keyOf}
      >
        {(one) => <DigestCard group={one} isOneScope={isOneScope} />}
      </VirtualList>
    </Page>
  );
}

const keyOf = ({ key }: DigestGroup) => key;

function DigestFilterBar({ filter }: { readonly filter: DigestsSearchParameters }) {
  const { services } = useScopeNames();
  const show = useUpdateSearchParameters<DigestsSearchParameters>();
  return (
    <Flex wrap="wrap" gap="sm">
      <PropertyFilterSelect
        label="Period"
        labels={digestPeriodLabels}
        chosen={filter.period}
        choose={(period) => show({ period })}
      />
      <PropertyFilterSelect
        label="Scope"
        labels={digestScopeLabels}
        chosen={filter.scope}
        // A digest of all services has no name, so a filter by name would match none.
        choose={(scope) => show({ scope, ...(scope === 'organisation' && { name: undefined }) })}
      />
      {filter.scope !== 'organisation' && (
        <NameField
          label={filter.scope === 'team' ? 'Team' : 'Service or team'}
          names={filter.scope === 'team' ? [] : services}
          name={filter.name}
          choose={(name) => show({ name })}
        />
      )}
    </Flex>
  );
}
