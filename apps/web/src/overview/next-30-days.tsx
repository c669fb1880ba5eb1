import { Group, List, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { formatProbability } from '../labels/count.ts';
import { describeBacktest, describeForecast } from './describe-overview.ts';
import { Panel } from './panel.tsx';

const maxListed = 4;

interface Props {
  readonly forecast: Schemas['Overview']['next30Days'];
  /** The last day of the data; null if the data is current. */
  readonly lastDay: string | null;
}

export function Next30DaysForecast({ forecast, lastDay }: Props) {
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
          {forecast.patterns.slice(0, maxListed).map(({ id, name, probability }) => (
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
