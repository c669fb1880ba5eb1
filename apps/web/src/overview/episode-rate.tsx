import type { Schemas } from '../api/refrain.ts';
import { ChartFigure, ControlChart } from '../chart/chart-figure.tsx';
import { formatTwoSignificantDigits } from '../labels/format.ts';
import { formatWeek } from '../labels/times.ts';
import { describeControlChart, describeRateChange } from './describe-overview.ts';
import { Panel } from './panels.tsx';

const formatRate = (figure: number | null) => (figure === null ? '' : formatTwoSignificantDigits(figure));

interface Props {
  readonly chart: Schemas['ControlChart'];
  /** Null without a period before. */
  readonly comparison: Schemas['OverviewComparison'] | null;
}

/** Shows the weekly rates of episodes with the limits of chance variation. */
export function EpisodeRate({ chart, comparison }: Props) {
  const isWeekly = chart.unit === 'week';
  return (
    <Panel title={isWeekly ? 'Episodes by week' : 'Episodes per 100 changes, by week'}>
      <ChartFigure
        title="Episodes by week"
        isTitled
        description={[describeControlChart(chart), describeRateChange(comparison)].filter(Boolean).join(' ')}
        method={comparison?.explanation ?? null}
        height={150}
        columns={['Week', 'Episodes', isWeekly ? 'Per week' : 'Per 100 changes', 'Lower limit', 'Upper limit']}
        rows={chart.points.map(({ from, episodes, value, low, high }) => [
          formatWeek(from),
          episodes,
          formatRate(value),
          formatRate(low),
          formatRate(high),
        ])}
      >
        <ControlChart chart={chart} />
      </ChartFigure>
    </Panel>
  );
}
