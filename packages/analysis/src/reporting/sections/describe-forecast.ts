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

export function describeForecast(
  forecast: Forecast | null,
  backtest: Backtest | null,
  refs: ReportSourceRefs,
): ReportSection {
  const title = 'Forecast';
  if (forecast === null) return createDetailSection('forecast', title, []);
  const known = forecast.horizons.filter(isKnown);
  if (known.length === 0) return createDetailSection('forecast', title, describeMissing(forecast, refs));
  return createDetailSection(
    'forecast',
    title,
    [
      ...known.map((horizon) => describeHorizon(horizon, refs)),
      ...describeMissing(forecast, refs),
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

function isKnown({ probability, expected }: HorizonForecast): boolean {
  return probability !== null && expected !== null;
}

function describeHorizon({ days, probability, low, high }: HorizonForecast, refs: ReportSourceRefs): Statement {
  // The text says "about", because an interval of whole numbers rarely has a probability of exactly 90 %.
  const range =
    high === 0 ? 'most likely none' : `${low === high ? low : `${low} to ${high}`} episodes (about 90 % range)`;
  return createStatement(
    `${formatShare(probability ?? 0)} chance of at least one more episode in the next ${days} days; ${range}.`,
    refs.all,
  );
}

/** States once for which horizons no forecast is shown, and why. */
function describeMissing({ horizons }: Forecast, refs: ReportSourceRefs): Statement[] {
  const missing = horizons.filter((horizon) => !isKnown(horizon));
  const [first] = missing;
  if (first === undefined) return [];
  const days =
    missing.length === horizons.length ? '' : ` for ${formatList(missing.map(({ days }) => `${days}`))} days`;
  return [
    createStatement(
      `No forecast is shown${days}, because ${missingForecastReasonLabels[first.gap ?? 'no_skill']}.`,
      refs.all,
    ),
  ];
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
