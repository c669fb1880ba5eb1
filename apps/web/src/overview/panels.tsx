import { Group, List, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { formatProbability } from '../labels/format.ts';
import {
  describeCompleteness,
  describeForecast,
  hasUsefulForecast,
  isComplete,
  isImportedOnly,
} from './describe-overview.ts';

interface PanelProps {
  readonly title: string;
  /** Shown beside the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, action, children }: PanelProps) {
  return (
    <Paper withBorder p="sm" h="100%" component="section" aria-label={title}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Title order={2} size="h4">
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Paper>
  );
}

const states: readonly (readonly [Schemas['ImprovementState'], string])[] = [
  ['verified', 'verified'],
  ['recurred', 'recurred'],
  ['fixed', 'watched after the fix'],
];

const maxFixes = 2;

/** Renders nothing before the first fix. */
export function Fixes({ fixes: { byState, newest } }: { readonly fixes: Schemas['Overview']['fixes'] }) {
  const shown = states.filter(([state]) => (byState[state] ?? 0) > 0);
  if (shown.length === 0) return null;
  return (
    <Panel title="Fixes">
      <Group gap="md">
        {shown.map(([state, label]) => (
          <PageLink key={state} to="/improvements" size="sm" c="inherit">
            <b>{byState[state]}</b> {label}
          </PageLink>
        ))}
      </Group>
      {newest.length > 0 && (
        <List size="sm" listStyleType="none" mt={4}>
          {newest.slice(0, maxFixes).map(({ id, title, explanation, state }) => (
            <List.Item key={id}>
              <PageLink to="/improvements/$improvementId" params={{ improvementId: id }} inherit lineClamp={1}>
                {title}
              </PageLink>
              <Text size="sm" c="dimmed" lineClamp={2}>
                {explanation ?? (state === 'verified' ? 'Verified.' : 'Recurred after the fix.')}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Panel>
  );
}

const maxForecasts = 4;

interface Next30DaysForecastProps {
  readonly forecast: Schemas['Overview']['next30Days'];
  /** The last day of the data; null if the data is current. */
  readonly lastDay: string | null;
}

/** Renders nothing unless forecasts were better than the base rate in the backtest. */
export function Next30DaysForecast({ forecast, lastDay }: Next30DaysForecastProps) {
  if (!hasUsefulForecast(forecast)) return null;
  return (
    <Panel title={lastDay === null ? 'Forecast for the next 30 days' : `Forecast for the 30 days after ${lastDay}`}>
      <Text size="sm">{describeForecast(forecast)}</Text>
      <List
        size="sm"
        listStyleType="none"
        mt={4}
        maw={640}
        styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}
      >
        {forecast.patterns.slice(0, maxForecasts).map(({ id, name, probability }) => (
          <List.Item key={id}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit lineClamp={1}>
                {name}
              </PageLink>
              <Text span size="sm">
                {formatProbability(probability)}
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}

interface CompletenessProps {
  readonly completeness: Schemas['Completeness'];
  readonly asOf: string | null;
}

/** Shows one line if all records are stored, and a panel if there is a problem. */
export function OverviewCompleteness({ completeness, asOf }: CompletenessProps) {
  const { problems } = completeness;
  const measured = asOf !== null && (
    <>
      {' '}
      Measured as of <Timestamp at={asOf} />.
    </>
  );
  if (isComplete(completeness) && isImportedOnly(completeness))
    return (
      <Text size="sm" c="dimmed">
        Imported files only{asOf !== null && '; the newest record is from '}
        {asOf !== null && <Timestamp at={asOf} as="day" />}.
      </Text>
    );
  if (isComplete(completeness))
    return (
      <Text size="sm" c="dimmed">
        {!completeness.uncompared && (
          <Text span inherit c="teal" aria-hidden>
            ✓{' '}
          </Text>
        )}
        {describeCompleteness(completeness)}
        {measured}
      </Text>
    );
  return (
    <Panel title="Completeness">
      <Text size="sm">
        {describeCompleteness(completeness)} <TextLink to="/connections">Open connections</TextLink>
      </Text>
      {problems.length > 0 && (
        <List size="sm">
          {problems.slice(0, 3).map(({ account, problem }) => (
            <List.Item key={account}>
              {account}: {problem}
            </List.Item>
          ))}
        </List>
      )}
      <Text size="xs" c="dimmed">
        {measured}
      </Text>
    </Panel>
  );
}
