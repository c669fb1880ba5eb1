import { Badge, Card, Flex, Group, Text, Title } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink, TextLink } from '../components/links.tsx';
import { EmptyState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import {
  describeProviderWriteProblem,
  providerWriteActionLabels,
  providerWriteStateColors,
  providerWriteStateLabels,
  providerWriteStateMeanings,
} from '../labels/audit-labels.ts';
import { capitalise } from '../labels/format.ts';
import { hasAnyFilter, NameField, PropertyFilterSelect, useUpdateSearchParameters } from '../list/filters.tsx';
import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';

export function ProviderWriteList({ filter }: { readonly filter: AuditSearchParameters }) {
  const { action, target } = filter;
  const isPlanned = filter.show === 'planned';
  const state = isPlanned ? 'planned' : filter.state;
  const show = useUpdateSearchParameters<AuditSearchParameters>();
  const query = { state, action, target, limit: 100 };
  const list = refrain.useInfiniteQuery('get', '/v1/writes', { params: { query } }, paginationOptions(15_000));
  const places = list.data?.pages.flatMap(({ items }) => items.map((write) => write.target)) ?? [];
  const isFiltered = hasAnyFilter([action, target, filter.state]);
  return (
    <>
      <Flex wrap="wrap" gap="sm">
        {!isPlanned && (
          <PropertyFilterSelect
            label="State"
            labels={providerWriteStateLabels}
            chosen={filter.state}
            choose={(state) => show({ state })}
          />
        )}
        <PropertyFilterSelect
          label="Action"
          labels={providerWriteActionLabels}
          chosen={action}
          choose={(action) => show({ action })}
        />
        <NameField
          label="Place"
          placeholder="owner/name, owner/name#12, an incident"
          names={places}
          name={target}
          choose={(target) => show({ target })}
        />
      </Flex>
      <VirtualList
        list={list}
        one="write"
        rowHeight={110}
        empty={<NoWrites isPlanned={isPlanned} isFiltered={isFiltered} />}
        keyOf={({ id }) => id}
      >
        {(write) => <ProviderWriteRow write={write} />}
      </VirtualList>
    </>
  );
}

function NoWrites({ isPlanned, isFiltered }: { readonly isPlanned: boolean; readonly isFiltered: boolean }) {
  if (isFiltered)
    return <EmptyState title="No write fits.">Take a filter away. The target must match in full.</EmptyState>;
  if (!isPlanned)
    return (
      <EmptyState title="Nothing was written yet.">
        An issue is opened once a person or the policy approves it.
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing is planned.">
      While a dry run is on, what would be written is listed here. <EnablePolicyLink />
    </EmptyState>
  );
}

function ProviderWriteRow({ write }: { readonly write: Schemas['ProviderWrite'] }) {
  const { id, action, target, why, by, at, url, state, problem } = write;
  const subject = subjectOf(write);
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h3" flex="1 1 260px">
          <PageLink to="/audit" search={(before) => ({ ...before, write: id })} resetScroll={false} inherit>
            {capitalise(providerWriteActionLabels[action])}: {target}
          </PageLink>
        </Title>
        <ProviderWriteStateBadge state={state} />
      </Group>
      {subject !== null && (
        <Text size="sm" fw={500} mt={4}>
          {subject}
        </Text>
      )}
      <Text size="sm" my={4}>
        {why}
      </Text>
      {problem !== null && (
        <Text size="sm">
          {describeProviderWriteProblem(state)}: {problem}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        <Timestamp at={at} />, by {by}
        {url !== null && (
          <>
            {' · '}
            <ExternalLink url={url}>Open at the provider</ExternalLink>
          </>
        )}
      </Text>
    </Card>
  );
}

function subjectOf({ content }: Schemas['ProviderWrite']): string | null {
  const { title, name } = content;
  const subject = title ?? name;
  return typeof subject === 'string' && subject !== '' ? subject : null;
}

export function ProviderWriteStateBadge({ state }: { readonly state: Schemas['WriteState'] }) {
  return (
    <Badge
      variant="dot"
      color={providerWriteStateColors[state]}
      tt="none"
      fw={500}
      title={providerWriteStateMeanings[state]}
    >
      {providerWriteStateLabels[state]}
    </Badge>
  );
}

export function EnablePolicyLink() {
  return (
    <TextLink to="/settings/$section" params={{ section: 'policy' }}>
      {useHasRole('admin') ? 'Switch it on in the policy' : 'An admin switches it on in the policy'}
    </TextLink>
  );
}
