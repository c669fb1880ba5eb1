import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { count, formatProbability } from '../labels/format.ts';
import type { PatternSearchParameters } from '../list/search-parameters.ts';
import { describeBacktest, describeCompleteness, describeForecast } from './describe-overview.ts';

export function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Title order={2} size="h4" mb={4}>
        {title}
      </Title>
      {children}
    </Paper>
  );
}

type Changes = Schemas['Overview']['patternChanges'];

const kinds: readonly (readonly [keyof Changes, string, PatternSearchParameters])[] = [
  ['fresh', 'New', { recurrence: 'new' }],
  ['rising', 'Rising', { direction: 'rising' }],
  ['returned', 'Returned', { recurrence: 'returned' }],
];

const maxPatterns = 3;

export function PatternChanges({ became }: { readonly became: Changes }) {
  const changed = kinds.filter(([kind]) => became[kind].total > 0);
  return (
    <Panel title="Patterns to look at">
      <Stack gap={6}>
        {changed.length === 0 && (
          <Text size="sm" c="dimmed">
            No pattern is new, rising or returned.
          </Text>
        )}
        {changed.map(([kind, name, search]) => {
          const { total, items } = became[kind];
          return (
            <div key={kind}>
              <Group gap={6} justify="space-between">
                <Text size="sm" fw={600}>
                  {name}
                </Text>
                <PageLink to="/patterns" search={search} size="sm">
                  {count(total, 'pattern')}
                </PageLink>
              </Group>
              <List size="sm" listStyleType="none">
                {items.slice(0, maxPatterns).map(({ id, name: patternName, episodes }) => (
                  <List.Item key={id}>
                    <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
                      {patternName}
                    </PageLink>{' '}
                    <Text span size="sm" c="dimmed">
                      {count(episodes, 'episode')}
                    </Text>
                  </List.Item>
                ))}
                {total > maxPatterns && <List.Item c="dimmed">and {total - maxPatterns} more</List.Item>}
              </List>
            </div>
          );
        })}
      </Stack>
    </Panel>
  );
}

const states: readonly (readonly [Schemas['ImprovementState'], string])[] = [
  ['verified', 'held'],
  ['recurred', 'came back'],
  ['fixed', 'being watched'],
  ['proposed', 'to decide'],
];

const maxFixes = 2;

export function Fixes({ fixes: { byState, newest } }: { readonly fixes: Schemas['Overview']['fixes'] }) {
  return (
    <Panel title="Fixes">
      <Group gap="md">
        {states.map(([state, label]) => (
          <PageLink key={state} to="/improvements" size="sm" c="inherit">
            <b>{byState[state] ?? 0}</b> {label}
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
                {explanation ?? (state === 'verified' ? 'The fix held.' : 'It came back after the fix.')}
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

export function Next30DaysForecast({ forecast, lastDay }: Next30DaysForecastProps) {
  const backtest = forecast === null || forecast.expected === null ? null : describeBacktest(forecast.backtest);
  return (
    <Panel title={lastDay === null ? 'Next 30 days' : `The 30 days after ${lastDay}`}>
      <Text size="sm">{describeForecast(forecast)}</Text>
      {forecast !== null && forecast.patterns.length > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          How likely each of these is to come again:
        </Text>
      )}
      {forecast !== null && forecast.patterns.length > 0 && (
        <List
          size="sm"
          listStyleType="none"
          mt={4}
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
      )}
      {backtest !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          {backtest}
        </Text>
      )}
    </Panel>
  );
}

interface CompletenessProps {
  readonly completeness: Schemas['Completeness'];
  readonly asOf: string | null;
}

export function OverviewCompletenessPanel({ completeness, asOf }: CompletenessProps) {
  return (
    <Panel title="Completeness">
      <Text size="sm">
        {describeCompleteness(completeness)} <TextLink to="/connections">Connections</TextLink>
      </Text>
      {completeness.problems.length > 0 && (
        <List size="sm">
          {completeness.problems.slice(0, 3).map(({ account, problem }) => (
            <List.Item key={account}>
              {account}: {problem}
            </List.Item>
          ))}
        </List>
      )}
      {asOf !== null && (
        <Text size="xs" c="dimmed">
          Measured as of <Timestamp at={asOf} />.
        </Text>
      )}
    </Panel>
  );
}
