import { Flex } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { decisionTopicLabels } from '../labels/audit-labels.ts';
import { DayField, PropertyFilterSelect, useUpdateSearchParameters } from '../list/filters.tsx';
import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { otherDeciders } from './decider-filter.ts';

/** Filters decisions by what they concern, by who made them and by day. */
export function DecisionFilterBar({
  filter: { user, topic, from, until },
}: {
  readonly filter: AuditSearchParameters;
}) {
  const show = useUpdateSearchParameters<AuditSearchParameters>();
  const users = refrain.useQuery('get', '/v1/users', { params: { query: { limit: 200 } } }).data?.items ?? [];
  return (
    <Flex wrap="wrap" gap="sm">
      <PropertyFilterSelect
        label="About"
        labels={decisionTopicLabels}
        chosen={topic}
        choose={(topic) => show({ topic })}
      />
      <PropertyFilterSelect
        label="Who"
        labels={{ ...otherDeciders, ...Object.fromEntries(users.map(({ id, name }) => [id, name])) }}
        chosen={user}
        choose={(user) => show({ user })}
      />
      <DayField label="From" day={from} {...(until && { max: until })} choose={(from) => show({ from })} />
      <DayField label="Until" day={until} {...(from && { min: from })} choose={(until) => show({ until })} />
    </Flex>
  );
}
