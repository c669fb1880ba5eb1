import type { Forecast, HorizonForecast, MissingForecastReason, ReportChart, ReportSection } from '@refrain/domain';
import { formatCount, formatList, formatShare } from '../../text/format.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** Each text continues the sentence "no forecast is shown, because". */
export const missingForecastReasonLabels: Readonly<Record<MissingForecastReason, string>> = {
  history_too_short: 'the history is too short for a backtest',
  no_skill: 'in the backtest, forecasts were no better than the base rate',
  too_few_episodes: 'there are fewer than two episodes',
};

/** Describes the forecast; says nothing without one. */
export function describeForecast(forecast: Forecast | null, refs: ReportSourceRefs): ReportSection {
  const title = 'Forecast';
  const known = forecast?.horizons.filter(isKnown) ?? [];
  if (forecast === null || known.length === 0) return createDetailSection('forecast', title, []);
  return createDetailSection('forecast', title, [createStatement(describeChances(known), refs.all)], {
    // The sentence already says it if all ranges end at one episode or none.
    chart: known.every(({ high }) => high <= 1) ? null : chartForecast(known),
  });
}

function chartForecast(horizons: readonly KnownHorizon[]): ReportChart {
  return {
    kind: 'ranges',
    title: 'Expected episodes with 90 % range',
    rows: horizons.map(({ days, expected, low, high }) => ({ label: `${days} days`, value: expected, low, high })),
  };
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
  // The low probability already says that no episode is likely.
  if (longest === undefined || longest.high === 0) return `${chance}.`;
  const { low, high, days } = longest;
  const range = low === high ? `${low}` : `${low} to ${high}`;
  const come = low === 1 && high === 1 ? 'comes' : 'come';
  return `${chance}; in about nine of ten cases ${range} ${come} in ${formatCount(days, 'day')}.`;
}
