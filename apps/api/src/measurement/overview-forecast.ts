import type { BacktestHorizon, ForecastGap, OverviewForecast } from '@refrain/domain';
import type { PatternOutline } from '@refrain/store';

export const overviewForecastDays = 30;
const maxPatterns = 5;

export function createOverviewForecast(
  patterns: readonly PatternOutline[],
  backtest: BacktestHorizon | null,
): OverviewForecast {
  const foreseen = patterns.flatMap(({ id, name, probability, expected }) =>
    probability === null || expected === null ? [] : [{ id, name, probability, expected }],
  );
  const likeliest = foreseen.sort(
    (a, b) => b.probability - a.probability || b.expected - a.expected || (a.id < b.id ? -1 : 1),
  );
  const isForeseen = foreseen.length > 0;
  return {
    expected: isForeseen ? foreseen.reduce((sum, { expected }) => sum + expected, 0) : null,
    patterns: likeliest.slice(0, maxPatterns),
    gap: isForeseen ? null : gapOf(backtest),
    backtest: backtest && pickSkill(backtest),
  };
}

/** Returns why there is no forecast: forecasts did not pass the backtest, or no pattern has enough episodes. */
function gapOf(backtest: BacktestHorizon | null): ForecastGap {
  if (backtest === null) return 'history_too_short';
  return backtest.gap ?? 'too_few_episodes';
}

function pickSkill({ brierSkill, skillLow, skillHigh, coverage90 }: BacktestHorizon): OverviewForecast['backtest'] {
  return { brierSkill, skillLow, skillHigh, coverage90 };
}
