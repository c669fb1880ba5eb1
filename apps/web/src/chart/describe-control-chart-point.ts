import type { Schemas } from '../api/refrain.ts';
import { count, formatTwoSignificantDigits } from '../labels/count.ts';

/** Describes a week of a control chart in lines: the episodes, their rate, and the range that chance explains. */
export function describeControlChartPoint(
  { week, episodes, value, low, high }: Schemas['ControlChart']['points'][number],
  unit: Schemas['ControlChart']['unit'],
): string[] {
  const per = unit === 'week' ? '' : ' per 100 changes';
  const rate =
    value === null
      ? ', and hardly a change is known'
      : unit === 'week'
        ? ''
        : `, ${formatTwoSignificantDigits(value)}${per}`;
  return [
    week,
    `${count(episodes, 'episode')}${rate}`,
    ...(low === null || high === null
      ? []
      : [`by chance ${formatTwoSignificantDigits(low)} to ${formatTwoSignificantDigits(high)}${per}`]),
  ];
}
