import type { Schemas } from '../api/refrain.ts';
import { hideSparseRates } from '../chart/hide-sparse-rates.ts';
import { count, formatPercent } from '../labels/format.ts';
import { formatDay, millisecondsPerDay } from '../labels/times.ts';

type Overview = Schemas['Overview'];

export function describeTrend(trend: Overview['trend']): { readonly answer: string; readonly why: string } {
  if (trend === null) return { answer: 'It is too early to tell', why: 'Too little time is known so far.' };
  const answers = {
    falling: 'Getting better',
    rising: 'Getting worse',
    steady: 'Holding steady',
    no_clear_change: 'No clear change',
    too_few: 'Too few episodes to tell',
  } as const;
  return {
    answer: answers[trend.direction],
    why: trend.explanation ?? 'There is too little to compare with the time before.',
  };
}

const weekInMs = 7 * millisecondsPerDay;

/** Returns the last day of the data if the data is outdated, as with imported files or a broken connection. */
export function findOutdatedLastDay(asOf: string | null, now: number): string | null {
  return asOf === null || now - Date.parse(asOf) < weekInMs ? null : formatDay(asOf);
}

export function describeControlChart({ points, signals, unit }: Schemas['ControlChart']): string {
  const last = signals.at(-1);
  const side = last?.side === 'above' ? 'more' : 'fewer';
  const signalText =
    last === undefined
      ? 'No single week stands out.'
      : `${count(signals.length, 'time')} beyond what chance explains, last ${side} in ${last.toWeek}.`;
  const drawn = hideSparseRates(points).findLast(({ value }) => value !== null);
  const isCut = unit === '100_changes' && drawn !== undefined && drawn.week !== points.at(-1)?.week;
  return isCut ? `${signalText} Since ${drawn.week} hardly a change is known.` : signalText;
}

const gaps: Readonly<Record<Schemas['MissingForecastReason'], string>> = {
  history_too_short: 'There is no forecast yet: the history is too short to check one against.',
  no_skill: 'No forecast is shown: checked against your past it is no better than saying the same of every pattern.',
  too_few_episodes: 'There is no forecast yet: too little has happened twice.',
};

export function describeForecast(forecast: Overview['next30Days']): string {
  if (forecast === null) return 'There is no forecast yet.';
  if (forecast.expected === null) return gaps[forecast.gap ?? 'history_too_short'];
  return `About ${count(Math.round(forecast.expected), 'episode')} of known patterns are to be expected.`;
}

export function describeBacktest(backtest: NonNullable<Overview['next30Days']>['backtest']): string | null {
  if (backtest === null || backtest.brierSkill === null) return null;
  const better =
    Math.round(backtest.brierSkill * 100) > 0 ? `${formatPercent(backtest.brierSkill)} better` : 'no better';
  return `Checked against your past, such forecasts are ${better} than the same chance for every pattern.`;
}

export function describeCompleteness(completeness: Schemas['Completeness']): string {
  const { unassigned } = completeness;
  const oneOffs =
    unassigned.of === 0
      ? ''
      : ` ${unassigned.failures} of ${count(unassigned.of, 'failure')} happened only once so far.`;
  return `${describeStored(completeness)}.${oneOffs}`;
}

function describeStored({ accounts, gaps: days, uncompared = 0, problems }: Schemas['Completeness']): string {
  const total = count(accounts, 'account');
  if (days > 0)
    return `Of ${total}, ${count(days, 'day')} ${days === 1 ? 'has' : 'have'} records that are not stored yet`;
  if (uncompared > 0)
    return `No gap is known in ${total}; ${count(uncompared, 'stream')} of records ${uncompared === 1 ? 'is' : 'are'} not yet compared with the provider`;
  if (problems.length > 0) return `No gap is known in ${total}`;
  return `All that ${total} ${accounts === 1 ? 'has' : 'have'} is stored`;
}
