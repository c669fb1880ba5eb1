import type { Schemas } from '../api/refrain.ts';
import { hideSparseRates } from '../chart/hide-sparse-rates.ts';
import { count, formatHours, formatPercent } from '../labels/format.ts';
import { formatDay, formatWeek, millisecondsPerDay } from '../labels/times.ts';
import { namePeriods, type OverviewRange } from './overview-range.ts';

type Overview = Schemas['Overview'];

const answers: Readonly<Record<Schemas['TrendDirection'], string>> = {
  falling: 'Getting better: ',
  rising: 'Getting worse: ',
  steady: 'No clear change: ',
  no_clear_change: 'No clear change: ',
  too_few: '',
};

interface Headline {
  readonly title: string;
  /** The statistic behind the title, or why there is none. */
  readonly statistic: string;
}

/** Answers whether it is getting better, with the counts of both periods. */
export function describeHeadline(overview: Overview, range: OverviewRange, lastDay: string | null): Headline {
  const { period, figures, figuresBefore, comparison, historyFrom, asOf } = overview;
  if (period === null || figures === null)
    return { title: 'Overview', statistic: 'Figures appear after the first clustering.' };
  if (asOf !== null && period.from >= asOf)
    return {
      title: `No data after ${formatDay(asOf)}`,
      statistic: 'Choose an earlier period, or import newer records.',
    };
  const names = namePeriods(range, period, lastDay);
  const counted = `${count(figures.episodes, 'episode')} ${names.recent}`;
  if (figuresBefore === null || comparison === null)
    return {
      title: counted,
      statistic:
        historyFrom === null
          ? 'The recorded history is too short for a comparison.'
          : `The recorded history begins on ${formatDay(historyFrom)}, so there is no period before to compare with.`,
    };
  const { direction, explanation } = comparison;
  const tooFew = direction === 'too_few' ? 'Too few episodes for a trend. ' : '';
  const statistic = `${tooFew}${explanation ?? ''}`.trim();
  const isUnclear = direction === 'steady' || direction === 'no_clear_change';
  const impact = isUnclear ? describeImpactChange(figures, figuresBefore, names) : null;
  if (impact !== null) return { title: impact, statistic };
  const change = describeCountChange(figures.episodes, figuresBefore.episodes, direction);
  return {
    title: `${answers[direction]}${counted}, ${change}${figuresBefore.episodes} ${names.before}`,
    statistic,
  };
}

type Figures = NonNullable<Overview['figures']>;

/** A smaller change of the hours is not worth a headline. */
const minImpactChange = 0.2;

/** Compares the hours of impact if the number of episodes shows no clear change; null without hours in both periods. */
function describeImpactChange(
  { impactHours: recent, episodes }: Figures,
  { impactHours: before, episodes: episodesBefore }: Figures,
  names: ReturnType<typeof namePeriods>,
): string | null {
  if (recent === null || before === null || before === 0) return null;
  const change = (recent - before) / before;
  const answer =
    Math.abs(change) < minImpactChange
      ? 'No clear change'
      : `${change < 0 ? 'Less' : 'More'} impact, but no clear change in how often`;
  return `${answer}: ${formatHours(recent)} and ${count(episodes, 'episode')} ${names.recent}, ${formatHours(before)} and ${episodesBefore} ${names.before}`;
}

/** States the change of the counts if the test supports its direction: `down 18 % from `. */
function describeCountChange(recent: number, before: number, direction: Schemas['TrendDirection']): string {
  const isConfirmed = (direction === 'falling' && recent < before) || (direction === 'rising' && recent > before);
  if (!isConfirmed || before === 0) return '';
  const share = formatPercent(Math.abs(recent - before) / before);
  return `${direction === 'falling' ? 'down' : 'up'} ${share} from `;
}

const weekInMs = 7 * millisecondsPerDay;

/** Returns the last day of the data if the data is outdated, as with imported files or a broken connection. */
export function findOutdatedLastDay(asOf: string | null, now: number): string | null {
  return asOf === null || now - Date.parse(asOf) < weekInMs ? null : formatDay(asOf);
}

export function describeControlChart({ points, signals, unit }: Schemas['ControlChart']): string {
  const last = signals.at(-1);
  const signalText =
    last === undefined
      ? 'No week stands out.'
      : `${count(signals.length, 'signal')} beyond chance variation, the last in the week of ${nameWeek(points, last.toWeek)} with ${last.side === 'above' ? 'more' : 'fewer'} episodes.`;
  const drawn = hideSparseRates(points).findLast(({ value }) => value !== null);
  const isCut = unit === '100_changes' && drawn !== undefined && drawn.week !== points.at(-1)?.week;
  return isCut
    ? `${signalText} Too few changes are recorded after the week of ${formatWeek(drawn.from)} for a rate.`
    : signalText;
}

function nameWeek(points: Schemas['ControlChart']['points'], week: string): string {
  const point = points.find((one) => one.week === week);
  return point === undefined ? week : formatWeek(point.from);
}

type Forecast = NonNullable<Overview['next30Days']>;

/** Returns whether the forecasts were better than the base rate of each pattern in the backtest. */
export function hasUsefulForecast(forecast: Overview['next30Days']): forecast is Forecast {
  return (
    forecast !== null &&
    forecast.expected !== null &&
    forecast.patterns.length > 0 &&
    (forecast.backtest?.brierSkill ?? 0) > 0.005
  );
}

export function describeForecast({ expected, backtest }: Forecast): string {
  return `About ${count(Math.round(expected ?? 0), 'episode')} of known patterns expected; past forecasts were ${formatPercent(backtest?.brierSkill ?? 0)} better than the base rate.`;
}

export function isComplete({ gaps, problems }: Schemas['Completeness']): boolean {
  return gaps === 0 && problems.length === 0;
}

export function describeCompleteness({ accounts, gaps, problems }: Schemas['Completeness']): string {
  const total = count(accounts, 'account');
  if (gaps > 0) return `${count(gaps, 'day')} of ${total} ${gaps === 1 ? 'has' : 'have'} missing records.`;
  if (problems.length > 0) return `${count(problems.length, 'account')} of ${accounts} cannot be read.`;
  return `${total}, no known gaps.`;
}
