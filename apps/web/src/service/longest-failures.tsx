import { Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Section } from '../components/section.tsx';
import { formatListTotal } from '../labels/format.ts';
import { toServicePeriodQuery, toShownPeriod } from '../services/service-period.ts';
import { FailureTable } from './failure-table.tsx';
import type { PeriodProps } from './period-props.ts';

type Props = Pick<Schemas['ServiceProfile'], 'name' | 'kind'> & PeriodProps;

const maxShown = 5;

/** Shows the longest failures that are in no pattern, which the table of patterns omits. Renders nothing if there are none. */
export function LongestFailures({ name, kind, period, periodName }: Props) {
  const filter = kind === 'service' ? { service: name } : { repository: name };
  const { data } = refrain.useQuery('get', '/v1/failures', {
    params: {
      query: { ...filter, ...toServicePeriodQuery(period), unassigned: true, sort: 'duration', limit: maxShown },
    },
  });
  const longest = data?.items.filter(({ durationSeconds }) => durationSeconds !== null) ?? [];
  if (data === undefined || longest.length === 0) return null;
  return (
    <Section title="Longest failures without a pattern">
      <Text size="sm" c="dimmed">
        These failures {periodName} resemble no others, so no pattern above counts their hours.
      </Text>
      <FailureTable failures={longest} hasPatterns={false} />
      {data.total > longest.length && (
        <Text size="sm">
          <PageLink
            to="/failures"
            search={{ ...filter, ...toShownPeriod(period), grouped: 'none', sort: 'duration' }}
            inherit
          >
            Show all {formatListTotal(data.total, 'failure')} without a pattern
          </PageLink>
        </Text>
      )}
    </Section>
  );
}
