import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ImprovementStateLink } from '../components/improvement-state-link.tsx';
import { PageLink } from '../components/links.tsx';
import { Section } from '../components/section.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { count, formatHours } from '../labels/format.ts';
import { pickPeriod } from '../list/period.ts';
import classes from '../list/plain-table.module.css';
import { describePatternTrend } from './describe-service.ts';
import type { PeriodProps } from './period-props.ts';

interface Props extends PeriodProps {
  readonly profile: Schemas['ServiceProfile'];
}

/** Shows the patterns of a service, those with most impact first. */
export function ServicePatternTable({ profile, period, periodName }: Props) {
  const { name, kind, patterns, totalPatterns } = profile;
  return (
    <Section title={totalPatterns === 0 ? 'Patterns' : `${count(totalPatterns, 'pattern')} here ${periodName}`}>
      {patterns.length === 0 ? (
        <Text size="sm" c="dimmed">
          No failure {periodName} belongs to a pattern.
        </Text>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Pattern</th>
              <th scope="col" className={classes.number}>
                Episodes here
              </th>
              <th scope="col" className={`${classes.number} ${classes.wide}`}>
                Impact
              </th>
              <th scope="col">Last seen here</th>
              <th scope="col" className={classes.wide}>
                Trend
              </th>
              <th scope="col" className={classes.wide}>
                Improvement
              </th>
            </tr>
          </thead>
          <tbody>
            {patterns.map((pattern) => (
              <Row key={pattern.id} pattern={pattern} />
            ))}
          </tbody>
        </table>
      )}
      <Text size="sm">
        <PageLink
          to="/patterns"
          search={{ ...(kind === 'service' ? { service: name } : { repository: name }), ...pickPeriod(period) }}
          inherit
        >
          Show the patterns of {name} in the list
        </PageLink>
      </Text>
    </Section>
  );
}

function Row({ pattern }: { readonly pattern: Schemas['ServicePattern'] }) {
  const { id, name, episodes, impactHours, lastAt, improvement } = pattern;
  return (
    <tr>
      <th scope="row">
        <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
          {name}
        </PageLink>
      </th>
      <td className={classes.number}>{episodes}</td>
      <td className={`${classes.number} ${classes.wide} ${classes.short}`}>
        {impactHours === null ? '–' : formatHours(impactHours)}
      </td>
      <td className={classes.short}>
        <Timestamp at={lastAt} as="day" />
      </td>
      <td className={classes.wide}>{describePatternTrend(pattern)}</td>
      <td className={`${classes.wide} ${classes.short}`}>
        <ImprovementStateLink improvement={improvement} />
      </td>
    </tr>
  );
}
