import { Badge, Card, Flex, Group, Text, Title } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { EmptyState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { describeDecider } from '../labels/audit-labels.ts';
import { DayField, hasAnyFilter, PropertyFilterSelect, useUpdateSearchParameters } from '../list/filters.tsx';
import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { toInstantRange } from '../list/to-instant-range.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';

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
        rowHeight={100}
        empty={
          isFiltered ? (
            <EmptyState title="No decision fits.">Take a filter away.</EmptyState>
          ) : (
            <EmptyState title="Nothing was decided yet.">
              Whatever somebody changes here is listed from then on.
            </EmptyState>
          )
        }
        keyOf={({ id }) => id}
      >
        {(decision) => <DecisionRow decision={decision} />}
      </VirtualList>
    </>
  );
}

function DecisionRow({
  decision: { what, by, at, subject, detail, state },
}: {
  readonly decision: Schemas['Decision'];
}) {
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h3" flex="1 1 260px">
          {what}
        </Title>
        {state === 'begun' && (
          <Badge variant="dot" color="orange" tt="none" fw={500}>
            not known whether it was carried out
          </Badge>
        )}
      </Group>
      <Facts facts={detail} />
      <Facts facts={subject} />
      <Text size="sm" c="dimmed" mt={4}>
        <Timestamp at={at} />, by {describeDecider(by)}
      </Text>
    </Card>
  );
}

function Facts({ facts }: { readonly facts: Readonly<Record<string, unknown>> }) {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
      {known.map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`).join(' · ')}
    </Text>
  );
}
