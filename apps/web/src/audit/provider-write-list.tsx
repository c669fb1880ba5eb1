import { Badge, Box, Card, Flex, Group, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { EmptyState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { listItem } from '../keys/list-items.ts';
import {
  describeProviderWriteProblem,
  providerWriteActionLabels,
  providerWriteStateColors,
  providerWriteStateLabels,
  providerWriteStateMeanings,
} from '../labels/audit-labels.ts';
import { hasAnyFilter, NameField, PropertyFilterSelect, useUpdateSearchParameters } from '../list/filters.tsx';
import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { ProviderWriteText } from './provider-write-text.tsx';

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
          label="Target"
          placeholder="owner/name, owner/name#12 or an incident"
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
    return <EmptyState title="No writes match.">Remove a filter. The target must match in full.</EmptyState>;
  if (!isPlanned)
    return (
      <EmptyState title="No writes yet.">Refrain opens an issue once a person or the policy approves it.</EmptyState>
    );
  return (
    <EmptyState title="Nothing planned.">
      While a dry run is on, this page lists what Refrain would write. <EnablePolicyLink />
    </EmptyState>
  );
}

function ProviderWriteRow({ write }: { readonly write: Schemas['ProviderWrite'] }) {
  const { id, at, state, problem } = write;
  return (
    <Card withBorder padding="sm" component="article" {...listItem} tabIndex={-1}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Box flex="1 1 260px">
          <ProviderWriteText write={write} />
        </Box>
        <ProviderWriteStateBadge state={state} />
      </Group>
      {problem !== null && (
        <Text size="sm" mt={4}>
          {describeProviderWriteProblem(state)}: {problem}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={4}>
        <Timestamp at={at} />
        {' · '}
        <TextLink to="/audit" search={(before) => ({ ...before, write: id })} resetScroll={false}>
          Details and undo
        </TextLink>
      </Text>
    </Card>
  );
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
