import { Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Section } from '../components/section.tsx';
import { QueryState } from '../components/states.tsx';
import { FailureTime } from '../components/timestamp.tsx';
import { FailurePattern, formatSeconds } from '../failures/failure-cells.tsx';
import { formatListTotal } from '../labels/format.ts';
import classes from '../list/plain-table.module.css';
import { toServicePeriodQuery, toShownPeriod } from '../services/service-period.ts';
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
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">Failure</th>
                    <th scope="col">Began</th>
                    <th scope="col" className={`${classes.number} ${classes.wide}`}>
                      Duration
                    </th>
                    <th scope="col" className={classes.wide}>
                      Pattern
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((failure) => (
                    <tr key={failure.id}>
                      <td>
                        <PageLink to="/failures/$failureId" params={{ failureId: failure.id }} inherit>
                          {failure.title}
                        </PageLink>
                      </td>
                      <td className={classes.short}>
                        <FailureTime failure={failure} as="day" />
                      </td>
                      <td className={`${classes.number} ${classes.wide} ${classes.short}`}>
                        {formatSeconds(failure.durationSeconds) || '–'}
                      </td>
                      <td className={`${classes.wide} ${classes.cut}`}>
                        {failure.patternId === null ? '–' : <FailurePattern failure={failure} />}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
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
