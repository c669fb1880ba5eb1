import { Flex } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { decisionOperationLabels, decisionTopicLabels } from '../labels/audit-labels.ts';
import { DayField } from '../list/day-field.tsx';
import { PropertyFilterSelect, useUpdateSearchParameters } from '../list/filters.tsx';
import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { otherDeciders } from './decider-filter.ts';
import { ExportDecisions } from './export-decisions.tsx';
import type { DecisionQuery } from './to-decision-query.ts';

interface Props {
  readonly filter: AuditSearchParameters;
  readonly query: DecisionQuery;
}

/** Filters decisions by what they concern, by what was done, by who did it and by day, and exports the matching ones. */
export function DecisionFilterBar({ filter: { user, topic, operation, from, until }, query }: Props) {
  const show = useUpdateSearchParameters<AuditSearchParameters>();
  const users = refrain.useQuery('get', '/v1/users', { params: { query: { limit: 200 } } }).data?.items ?? [];
  return (
    <Flex wrap="wrap" gap="sm" align="flex-end">
      <PropertyFilterSelect
        label="About"
        labels={decisionTopicLabels}
        chosen={topic}
        choose={(topic) => show({ topic })}
      />
      <PropertyFilterSelect
        label="Action"
        labels={decisionOperationLabels}
        chosen={operation}
        choose={(operation) => show({ operation })}
      />
      <PropertyFilterSelect
        label="Who"
        labels={{ ...otherDeciders, ...Object.fromEntries(users.map(({ id, name }) => [id, name])) }}
        chosen={user}
        choose={(user) => show({ user })}
      />
      <DayField label="From" day={from} {...(until && { max: until })} choose={(from) => show({ from })} />
      <DayField label="Until" day={until} {...(from && { min: from })} choose={(until) => show({ until })} />
      <ExportDecisions query={query} />
    </Flex>
  );
}
