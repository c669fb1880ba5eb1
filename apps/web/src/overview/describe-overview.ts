import type { Schemas } from '../api/refrain.ts';
import { count, formatPercent } from '../labels/format.ts';
import { formatDate, formatDay, formatWeek, millisecondsPerDay } from '../labels/times.ts';

type Overview = Schemas['Overview'];

const weekInMs = 7 * millisecondsPerDay;

/** Returns the last day of the data if the data is outdated, as with imported files or a broken connection. */
export function findOutdatedLastDay(asOf: string | null, now: number): string | null {
  return asOf === null || now - Date.parse(asOf) < weekInMs ? null : formatDay(asOf);
}

export function describeControlChart({ points, signals }: Schemas['ControlChart']): string {
  const last = signals.at(-1);
  return last === undefined
    ? 'No week stands out.'
    : `${count(signals.length, 'signal')} beyond chance variation, the last in the week of ${nameWeek(points, last.toWeek)} with ${last.side === 'above' ? 'more' : 'fewer'} episodes.`;
}

const rateChanges: Partial<Record<Schemas['TrendDirection'], string>> = {
  falling: 'The rate fell since the period before.',
  rising: 'The rate rose since the period before.',
  steady: 'The rate is as high as in the period before.',
  no_clear_change: 'No clear change since the period before.',
};

/** Says how the rate changed since the period before; '' without a comparison or with too few episodes. */
export function describeRateChange(comparison: Overview['comparison']): string {
  return (comparison && rateChanges[comparison.direction]) ?? '';
}

function nameWeek(points: Schemas['ControlChart']['points'], week: string): string {
  const point = points.find((one) => one.week === week);
  return point === undefined ? week : formatWeek(point.from);
}

type Forecast = NonNullable<Overview['next30Days']>;

/** Returns whether the forecasts were better than the average frequency of each pattern in the backtest. */
export function hasUsefulForecast(forecast: Overview['next30Days']): forecast is Forecast {
  return (
    forecast !== null &&
    forecast.expected !== null &&
    forecast.patterns.length > 0 &&
    (forecast.backtest?.brierSkill ?? 0) > 0.005
  );
}

export function describeForecast({ expected, backtest }: Forecast): string {
  return `About ${count(Math.round(expected ?? 0), 'episode')} of known patterns expected. On past data, such forecasts were ${formatPercent(backtest?.brierSkill ?? 0)} more accurate than the average frequency of each pattern.`;
}

export function isComplete({ gaps, problems }: Schemas['Completeness']): boolean {
  return gaps === 0 && problems.length === 0;
}

/** Returns whether all records were imported from files, so that no provider can be asked what is missing. */
export function isImportedOnly({ accounts, imported = 0 }: Schemas['Completeness']): boolean {
  return accounts > 0 && accounts === imported;
}

/** Says “so far” while records are still being compared with the providers. Nobody has to do anything about it. */
export function describeCompleteness({
  accounts,
  imported = 0,
  gaps,
  problems,
  uncompared = 0,
}: Schemas['Completeness']): string {
  const total = count(accounts - imported, 'account');
  if (gaps > 0) return `${count(gaps, 'day')} of ${total} ${gaps === 1 ? 'has' : 'have'} missing records.`;
  if (problems.length > 0) return `${count(problems.length, 'account')} of ${accounts - imported} cannot be read.`;
  return uncompared > 0 ? `${total}, no missing records found so far.` : `${total}, no missing records.`;
}

/** Says whether episodes become more or less frequent over the recorded history; null if neither is confirmed. */
export function describeHistoryTrend({
  historyTrend,
  historyFrom,
}: Pick<Overview, 'historyTrend' | 'historyFrom'>): string | null {
  if (historyFrom === null || (historyTrend !== 'rising' && historyTrend !== 'falling')) return null;
  return `Since ${formatDate(historyFrom, 'month')}, episodes have become ${historyTrend === 'rising' ? 'more' : 'less'} frequent.`;
}
