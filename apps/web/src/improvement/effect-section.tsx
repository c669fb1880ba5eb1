import { Stack, Text, Title } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { BarsChart, ChartFigure, RangesChart } from '../chart/chart-figure.tsx';
import { formatTwoSignificantDigits } from '../labels/format.ts';
import { formatDay } from '../labels/times.ts';
import { createEffectChart, listEffectRates } from './effect-figures.ts';

export function EffectSection({ effect }: { readonly effect: Schemas['Effect'] }) {
  const measured = refrain.useQuery('get', '/v1/patterns/{id}/measurement', {
    params: { path: { id: effect.patternId } },
  });
  const weeks = measured.data?.trend?.weeks ?? [];
  const bars = createEffectChart(weeks, effect);
  const rates = listEffectRates(effect);
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>Did the fix work?</Title>
      {effect.explanation.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      <ChartFigure
        title="Episodes per week before and after the fix"
        description={`Ranges are 95 % confidence intervals. Fixed on ${formatDay(effect.fixedAt)}; watched until ${formatDay(effect.monitoringEndsAt)} at the latest.`}
        height={60 + 40 * rates.length}
        columns={['when', 'a week', 'from', 'to']}
        rows={rates.map(({ label, value, low, high }) => [
          label,
          ...[value, low, high].map((figure) => (figure === null ? '' : formatTwoSignificantDigits(figure))),
        ])}
      >
        <RangesChart chart={{ kind: 'ranges', title: '', rows: rates }} />
      </ChartFigure>
      {bars !== null && (
        <ChartFigure
          title="Episodes by week"
          height={180}
          columns={['week', 'episodes']}
          rows={bars.bars.map(({ label, value }) => [label, value])}
        >
          <BarsChart chart={bars} />
        </ChartFigure>
      )}
    </Stack>
  );
}
