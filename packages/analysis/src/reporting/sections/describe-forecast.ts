import type {
  Backtest,
  Forecast,
  HorizonForecast,
  MissingForecastReason,
  ReportSection,
  Statement,
} from '@refrain/domain';
import { formatCount, formatDay, formatList, formatShare } from '../../text/format.ts';
import { formatNumber, formatRounded } from '../../text/format-number.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** Each text continues the sentence "no forecast is shown, because". */
export const missingForecastReasonLabels: Readonly<Record<MissingForecastReason, string>> = {
  history_too_short: 'the history is too short for a backtest',
  no_skill: 'in the backtest, forecasts were no better than the base rate',
  too_few_episodes: 'there are fewer than two episodes',
};

/** Describes the forecast; says nothing without one. */
export function describeForecast(
  forecast: Forecast | null,
  backtest: Backtest | null,
  refs: ReportSourceRefs,
): ReportSection {
  const title = 'Forecast';
  const known = forecast?.horizons.filter(isKnown) ?? [];
  if (forecast === null || known.length === 0) return createDetailSection('forecast', title, []);
  return createDetailSection(
    'forecast',
    title,
    [
      createStatement(describeChances(known), refs.all),
      describeBasis(forecast, refs),
      ...(backtest === null ? [] : describeBacktest(backtest)),
    ],
    {
      chart: {
        kind: 'ranges',
        title: 'Expected episodes with 90 % range',
        rows: known.map(({ days, expected, low, high }) => ({ label: `${days} days`, value: expected, low, high })),
      },
    },
  );
}

type KnownHorizon = HorizonForecast & { readonly [Key in 'probability' | 'expected' | 'low' | 'high']: number };

export function isKnown(horizon: HorizonForecast): horizon is KnownHorizon {
  return horizon.probability !== null && horizon.expected !== null;
}

/** Says how probable one more episode is within each horizon, and how many episodes are likely within the last. */
export function describeChances(horizons: readonly KnownHorizon[]): string {
  const chances = horizons.map(
    ({ days, probability }) => `${formatShare(probability)} within ${formatCount(days, 'day')}`,
  );
  const chance = `The chance of at least one more episode is ${formatList(chances)}`;
  const longest = horizons.at(-1);
  // The range would be 0 to 0, which says no more than a low probability.
  if (longest === undefined || longest.high === 0) return `${chance}.`;
  const { low, high, days } = longest;
  const range = low === high ? `${low}` : `${low} to ${high}`;
  const come = low === 1 && high === 1 ? 'comes' : 'come';
  return `${chance}; in about nine of ten cases ${range} ${come} in ${formatCount(days, 'day')}.`;
}

function describeBasis({ basis }: Forecast, refs: ReportSourceRefs): Statement {
  const { episodes, days, ownRate, usualRate, borrowed, changed, season, fixHolds } = basis;
  const parts = [
    `The pattern had ${formatNumber(ownRate)} episodes in 30 days, the average pattern ${formatNumber(usualRate)}; the average has a weight of ${formatShare(borrowed)}`,
    ...(changed === null ? [] : [`factor for recent episodes and the season: ${formatNumber(changed)}`]),
    ...(season === null ? [] : [`factor for the season alone: ${formatNumber(season)}`]),
    ...(fixHolds === null ? [] : [`probability that the fix holds: ${formatShare(fixHolds)}`]),
  ];
  return createStatement(
    `The forecast is based on ${formatCount(episodes, 'episode')} in ${formatCount(Math.round(days), 'day')}.`,
    refs.all,
    `${parts.join('; ')}.`,
  );
}

/** Says how good such forecasts were in the past. */
function describeBacktest({ from, until, origins, horizons }: Backtest): Statement[] {
  if (from === null || until === null) return [];
  const known = horizons.flatMap(({ days, calibrationError }) =>
    calibrationError === null ? [] : [`${days} days: ${formatRounded(100 * calibrationError)} points`],
  );
  if (known.length === 0) return [];
  return [
    createStatement(
      `Backtest with ${origins} dates from ${formatDay(from)} to ${formatDay(until)}: mean calibration error for ${known.join(', ')}.`,
      [],
      'The calibration error is the mean difference between forecast probabilities and observed frequencies, in percentage points.',
    ),
  ];
}
