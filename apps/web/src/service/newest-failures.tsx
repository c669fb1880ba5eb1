import { Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Section } from '../components/section.tsx';
import { QueryState } from '../components/states.tsx';
import { formatListTotal } from '../labels/format.ts';
import { toServicePeriodQuery, toShownPeriod } from '../services/service-period.ts';
import { FailureTable } from './failure-table.tsx';
import type { PeriodProps } from './period-props.ts';

type Props = Pick<Schemas['ServiceProfile'], 'name' | 'kind'> & PeriodProps;

export function NewestFailures({ name, kind, period, periodName }: Props) {
  const filter = kind === 'service' ? { service: name } : { repository: name };
  const failures = refrain.useQuery('get', '/v1/failures', {
    params: { query: { ...filter, ...toServicePeriodQuery(period), isFailure: true, limit: 8 } },
  });
  return (
    <Section title="Newest failures">
      <QueryState query={failures} what="the newest failures" height={240}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              No failures are recorded {periodName}.
            </Text>
          ) : (
            <>
              <Text size="sm" c="dimmed">
                Each failure is one record. Records of the same event are one episode, so there are fewer episodes.
              </Text>
              <FailureTable failures={items} hasPatterns />
              {total > items.length && (
                <Text size="sm">
                  <PageLink to="/failures" search={{ ...filter, ...toShownPeriod(period) }} inherit>
                    Show all {formatListTotal(total, 'failure')} of {name}
                  </PageLink>
                </Text>
              )}
            </>
          )
        }
      </QueryState>
    </Section>
  );
}
