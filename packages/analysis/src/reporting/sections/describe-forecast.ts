import type {
  Backtest,
  Forecast,
  HorizonForecast,
  MissingForecastReason,
  ReportSection,
  Statement,
} from '@refrain/domain';
import { formatCount, formatDay, formatShare } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';
import { createSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** Each text continues the sentence "no forecast is shown:". */
export const missingForecastReasonLabels: Readonly<Record<MissingForecastReason, string>> = {
  history_too_short: 'the history is too short to check such forecasts against',
  no_skill: 'checked against the past, such forecasts are not shown to be better than saying the same of every pattern',
  too_few_episodes: 'it was seen less than twice',
};

export function describeForecast(
  forecast: Forecast | null,
  backtest: Backtest | null,
  refs: ReportSourceRefs,
): ReportSection {
  const title = 'What is to be expected';
  if (forecast === null) return createSection('forecast', title, [createStatement('No forecast was made yet.')]);
  const { horizons } = forecast;
  return createSection(
    'forecast',
    title,
    [
      ...horizons.map((horizon) => describeHorizon(horizon, refs)),
      describeBasis(forecast, refs),
      ...(backtest === null ? [] : describeBacktest(backtest)),
    ],
    {
      chart: {
        kind: 'ranges',
        title: 'Episodes to be expected, with the range that holds about nine of ten outcomes',
        rows: horizons.map(({ days, expected, low, high }) => ({ label: `${days} days`, value: expected, low, high })),
      },
      table: backtest === null ? null : tabulate(backtest),
    },
  );
}

function describeHorizon(
  { days, probability, expected, low, high, gap }: HorizonForecast,
  refs: ReportSourceRefs,
): Statement {
  if (probability === null || expected === null)
    return createStatement(
      `Within ${days} days: no forecast is shown: ${missingForecastReasonLabels[gap ?? 'no_skill']}.`,
      refs.all,
    );
  // The text says "about", because an interval of whole numbers rarely has a probability of exactly 90 %.
  const range =
    high === 0 ? 'most likely none' : `${low === high ? low : `${low} to ${high}`} in about nine of ten cases`;
  return createStatement(
    `Within ${days} days: at least one more episode with a chance of ${formatShare(probability)}; ${formatNumber(expected)} are expected, ${range}.`,
    refs.all,
  );
}

function describeBasis({ basis }: Forecast, refs: ReportSourceRefs): Statement {
  const { episodes, days, ownRate, usualRate, borrowed, changed, season, fixHolds } = basis;
  const parts = [
    `its own pace is ${formatNumber(ownRate)} in 30 days, what is usual among the patterns here is ${formatNumber(usualRate)}, and ${formatShare(borrowed)} of its rate is borrowed from them`,
    ...(changed === null ? [] : [`recent episodes, bursts and the season multiply it by ${formatNumber(changed)}`]),
    ...(season === null ? [] : [`the season alone by ${formatNumber(season)}`]),
    ...(fixHolds === null ? [] : [`its fix holds with a chance of ${formatShare(fixHolds)}`]),
  ];
  return createStatement(
    `This rests on ${formatCount(episodes, 'episode')} in ${formatCount(Math.round(days), 'day')}.`,
    refs.all,
    `${capital(parts.join('; '))}.`,
  );
}

function describeBacktest({ from, until, origins, patterns }: Backtest): Statement[] {
  if (from === null || until === null)
    return [
      createStatement('Forecasts of this kind could not be checked against the past yet: the history is too short.'),
    ];
  return [
    createStatement(
      `Checked against the past: forecasts as they would have been made at ${origins} moments from ${formatDay(from)} to ${formatDay(until)} for ${formatCount(patterns, 'pattern')}, each from what was known by then.`,
      [],
      'Skill is the Brier skill score against saying the base rate of the organisation of every pattern: 1 is perfect, 0 is no better. Coverage is the share of outcomes within the range that should hold nine of ten. The error of calibration is how far chances are from how often it came, on average.',
    ),
  ];
}

function tabulate({ horizons }: Backtest) {
  const share = (value: number | null) => (value === null ? '–' : formatShare(value));
  return {
    columns: ['days', 'checked', 'came', 'skill', 'coverage', 'error of calibration'],
    rows: horizons.map(
      ({ days, forecasts, observedShare, brierSkill, skillLow, skillHigh, coverage90, calibrationError }) => [
        `${days}`,
        `${forecasts}`,
        share(observedShare),
        brierSkill === null
          ? '–'
          : `${formatNumber(brierSkill)}${skillLow === null ? '' : ` (${formatNumber(skillLow)} to ${formatNumber(skillHigh)})`}`,
        share(coverage90),
        formatNumber(calibrationError),
      ],
    ),
  };
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
