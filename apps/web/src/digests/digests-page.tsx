import { Flex, Group, Paper, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import {
  describeDigestPeriod,
  describeDigestScope,
  digestPeriodLabels,
  digestScopeLabels,
} from '../labels/describe-digest-period.ts';
import { count } from '../labels/format.ts';
import {
  hasAnyFilter,
  NameField,
  PropertyFilterSelect,
  useScopeNames,
  useUpdateSearchParameters,
} from '../list/filters.tsx';
import type { DigestsSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { RequestDigestButton } from './request-digest-button.tsx';

export function DigestsPage() {
  const filter = useSearch({ from: '/digests' });
  const query = { ...filter, limit: 100 };
  const list = refrain.useInfiniteQuery('get', '/v1/digests', { params: { query } }, paginationOptions(60_000));
  const isFiltered = hasAnyFilter(filter);
  return (
    <Page
      title="Digests"
      lead="What recurred, what became quiet, and what changed in each week and month."
      actions={
        <VisibleForRole needs="triager">
          <RequestDigestButton />
        </VisibleForRole>
      }
    >
      <DigestFilterBar filter={filter} />
      <VirtualList
        list={list}
        one="digest"
        rowHeight={80}
        empty={
          <EmptyState title={isFiltered ? 'No digests match these filters.' : 'No digests yet'}>
            {isFiltered
              ? 'Remove a filter, or write a digest now.'
              : 'Refrain writes the digests of the last week and month when the import is complete. You can also write one now.'}
          </EmptyState>
        }
        keyOf={({ id }) => id}
      >
        {(digest) => <DigestRow digest={digest} />}
      </VirtualList>
    </Page>
  );
}

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

function DigestRow({ digest }: { readonly digest: Schemas['ListedDigest'] }) {
  const { id, scope, period, episodes, episodesBefore, createdAt } = digest;
  return (
    <Paper withBorder px="md" py="xs" component="article">
      <Group justify="space-between" gap="xs" align="baseline">
        <PageLink to="/digests/$digestId" params={{ digestId: id }} fw={600}>
          {describeDigestPeriod(period)}: {describeDigestScope(scope)}
        </PageLink>
        <Text size="sm" c="dimmed">
          written <Timestamp at={createdAt} />
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {count(episodes, 'episode')}, {episodesBefore} in the {period.kind} before
      </Text>
    </Paper>
  );
}
