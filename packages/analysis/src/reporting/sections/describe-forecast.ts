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
  return createDetailSection(
    'forecast',
    title,
    [
      ...known.map((horizon) => describeHorizon(horizon, refs)),
      ...describeMissing(forecast, refs),
      ...(known.length === 0 ? [] : [describeBasis(forecast, refs)]),
      ...(known.length === 0 || backtest === null ? [] : describeBacktest(backtest)),
    ],
    known.length === 0
      ? {}
      : {
          chart: {
            kind: 'ranges',
            title: 'Expected episodes with 90 % range',
            rows: known.map(({ days, expected, low, high }) => ({ label: `${days} days`, value: expected, low, high })),
          },
          table: backtest === null ? null : tabulate(backtest),
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
    `The pattern’s own rate is ${formatNumber(ownRate)} episodes in 30 days; the usual rate of patterns in this organisation is ${formatNumber(usualRate)} and contributes ${formatShare(borrowed)} of the estimate`,
    ...(changed === null
      ? []
      : [`recent episodes, bursts and the season multiply the rate by ${formatNumber(changed)}`]),
    ...(season === null ? [] : [`the season alone multiplies the rate by ${formatNumber(season)}`]),
    ...(fixHolds === null ? [] : [`the probability that the fix holds is ${formatShare(fixHolds)}`]),
  ];
  return createStatement(
    `The forecast is based on ${formatCount(episodes, 'episode')} in ${formatCount(Math.round(days), 'day')}.`,
    refs.all,
    `${parts.join('; ')}.`,
  );
}

function describeBacktest({ from, until, origins, patterns }: Backtest): Statement[] {
  if (from === null || until === null) return [createStatement('The history is too short for a backtest.')];
  return [
    createStatement(
      `Backtest: ${origins} forecast dates from ${formatDay(from)} to ${formatDay(until)} for ${formatCount(patterns, 'pattern')}, each with the data known by then.`,
      [],
      'Skill is the Brier skill score against the base rate of the organisation: 1 is perfect, 0 is no better. Coverage is the share of outcomes within the 90 % range. The calibration error is the mean difference between forecast probabilities and observed frequencies.',
    ),
  ];
}

function tabulate({ horizons }: Backtest) {
  const share = (value: number | null) => (value === null ? '–' : formatShare(value));
  return {
    columns: ['days', 'forecasts', 'recurred', 'skill', 'coverage', 'calibration error'],
    rows: horizons.map(
      ({ days, forecasts, observedShare, brierSkill, skillLow, skillHigh, coverage90, calibrationError }) => [
        `${days}`,
        `${forecasts}`,
        share(observedShare),
        brierSkill === null
          ? '–'
          : `${formatRounded(brierSkill)}${skillLow === null || skillHigh === null ? '' : ` (${formatRounded(skillLow)} to ${formatRounded(skillHigh)})`}`,
        share(coverage90),
        calibrationError === null ? '–' : formatRounded(calibrationError),
      ],
    ),
  };
}
