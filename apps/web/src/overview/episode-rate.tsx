import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ChartFigure } from '../chart/chart-figure.tsx';
import { ControlChart } from '../chart/charts.ts';
import { formatTwoSignificantDigits } from '../labels/count.ts';
import { describeControlChart } from './describe-overview.ts';
import { Panel } from './panel.tsx';

const formatRate = (figure: number | null) => (figure === null ? '' : formatTwoSignificantDigits(figure));

export function EpisodeRate({ chart }: { readonly chart: Schemas['Overview']['controlChart'] }) {
  return (
    <Panel title={chart?.unit === 'week' ? 'Episodes by week' : 'Episodes per 100 changes, by week'}>
      {chart === null ? (
        <Text size="sm" c="dimmed">
          Too little time is known to draw it.
        </Text>
      ) : (
        <ChartFigure
          title="Episodes week by week"
          isTitled
          description={describeControlChart(chart)}
          height={118}
          columns={['Week', 'Episodes', chart.unit === 'week' ? 'A week' : 'Per 100 changes', 'By chance from', 'to']}
          rows={chart.points.map(({ week, episodes, value, low, high }) => [
            week,
            episodes,
            formatRate(value),
            formatRate(low),
            formatRate(high),
          ])}
        >
          <ControlChart chart={chart} />
        </ChartFigure>
      )}
    </Panel>
  );
}
