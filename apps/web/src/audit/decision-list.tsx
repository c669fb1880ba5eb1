import { Badge, Box, Card, Flex, Group, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { EmptyState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { listItem } from '../keys/list-items.ts';
import { DayField, hasAnyFilter, PropertyFilterSelect, useUpdateSearchParameters } from '../list/filters.tsx';
import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { toInstantRange } from '../list/to-instant-range.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { DecisionText } from './decision-text.tsx';

export function DecisionList({ filter }: { readonly filter: AuditSearchParameters }) {
  const { user, what, from, until } = filter;
  const show = useUpdateSearchParameters<AuditSearchParameters>();
  const query = { userId: user, operation: what, ...toInstantRange(from, until), limit: 100 };
  const list = refrain.useInfiniteQuery('get', '/v1/audit', { params: { query } }, paginationOptions(15_000));
  const users = refrain.useQuery('get', '/v1/users', { params: { query: { limit: 200 } } }).data?.items ?? [];
  const decisions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const operations = new Map(decisions.map((decision) => [decision.operation, decision.what]));
  const isFiltered = hasAnyFilter([user, what, from, until]);
  return (
    <>
      <Flex wrap="wrap" gap="sm">
        <PropertyFilterSelect
          label="Who"
          labels={Object.fromEntries(users.map(({ id, name }) => [id, name]))}
          chosen={user}
          choose={(user) => show({ user })}
        />
        <PropertyFilterSelect
          label="What"
          labels={Object.fromEntries(operations)}
          chosen={what}
          choose={(what) => show({ what })}
        />
        <DayField label="From" day={from} choose={(from) => show({ from })} />
        <DayField label="Until" day={until} choose={(until) => show({ until })} />
      </Flex>
      <VirtualList
        list={list}
        one="decision"
        rowHeight={84}
        empty={
          isFiltered ? (
            <EmptyState title="No decision matches.">Remove a filter.</EmptyState>
          ) : (
            <EmptyState title="No decisions yet.">Every change that somebody makes is listed here.</EmptyState>
          )
        }
        keyOf={({ id }) => id}
      >
        {(decision) => <DecisionRow decision={decision} />}
      </VirtualList>
    </>
  );
}

function DecisionRow({ decision }: { readonly decision: Schemas['Decision'] }) {
  const { at, detail, state } = decision;
  const values = describeValues(detail);
  return (
    <Card withBorder padding="sm" component="article" {...listItem} tabIndex={-1}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Box flex="1 1 260px">
          <DecisionText decision={decision} />
        </Box>
        {state === 'begun' && (
          <Badge variant="dot" color="orange" tt="none" fw={500}>
            may not have taken effect
          </Badge>
        )}
      </Group>
      {values !== '' && (
        <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {values}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={4}>
        <Timestamp at={at} />
      </Text>
    </Card>
  );
}

/** Lists the changed values, such as `role: viewer → admin`. The sentence has all other values. */
function describeValues(detail: Schemas['DecisionDetail']): string {
  return Object.entries(detail)
    .filter(([, value]) => typeof value === 'string' && value.includes(' → '))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(' · ');
}
