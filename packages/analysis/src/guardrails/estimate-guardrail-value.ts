import type { Estimate, RecommendationScoreFactors, Span } from '@refrain/domain';
import type { GuardrailFit } from './estimate-guardrail-fit.ts';
import { midpointOfSpan } from './midpoint-of-span.ts';
import type { WeighedGuardrailOutcomes } from './weigh-guardrail-outcomes.ts';

export const guardrailValueHorizonDays = 90;

/**
 * Computes the people-hours that a guardrail saves per day of work on it: expected episodes × fit × prevented share ×
 * history factor × cost per episode ÷ effort. The low end of a range combines the worst value of each factor. `value`
 * is computed from mean values and omits unknown factors.
 */
export function estimateGuardrailValue(
  { guardrail, match, mechanisms, signals, fit, share }: GuardrailFit,
  history: WeighedGuardrailOutcomes,
  expectedEpisodes: Estimate | null,
  costHours: Span | null,
): RecommendationScoreFactors {
  const { effort } = guardrail;
  const applied = fit * history.factor;
  const avoidedEpisodes =
    expectedEpisodes === null
      ? null
      : {
          low: expectedEpisodes.low * Math.min(1, applied * share.low),
          high: expectedEpisodes.high * Math.min(1, applied * share.high),
        };
  const hoursSavedPerDay =
    avoidedEpisodes === null || costHours === null
      ? null
      : {
          low: (avoidedEpisodes.low * costHours.low) / effort.days.high,
          high: (avoidedEpisodes.high * costHours.high) / effort.days.low,
        };
  const stopped = Math.min(1, applied * midpointOfSpan(share));
  const value =
    ((expectedEpisodes?.mean ?? 1) * stopped * (costHours === null ? 1 : midpointOfSpan(costHours))) /
    midpointOfSpan(effort.days);
  const factors = {
    horizonDays: guardrailValueHorizonDays,
    expectedEpisodes,
    kindMatch: match,
    mechanisms,
    signals,
    fit,
    share,
    history,
    avoidedEpisodes,
    costHours,
    effortDays: effort.days,
    hoursSavedPerDay,
    value,
  };
  return { ...factors, explanation: formatArithmetic(factors) };
}

function formatArithmetic({
  expectedEpisodes,
  fit,
  share,
  history,
  avoidedEpisodes,
  costHours,
  effortDays,
  hoursSavedPerDay,
}: Omit<RecommendationScoreFactors, 'explanation'>): string {
  const prevented = `${round(fit)} (fit) × ${range(share)} (assumed share prevented) × ${round(history.factor)} (past outcomes)`;
  if (expectedEpisodes === null || avoidedEpisodes === null)
    return `It would prevent this share of the episodes: ${prevented}. The number of expected episodes is unknown.`;
  const avoided = `${range(expectedEpisodes)} expected episodes in ${guardrailValueHorizonDays} days × ${prevented} = ${range(avoidedEpisodes)} avoided episodes`;
  if (costHours === null || hoursSavedPerDay === null) return `${avoided}. The cost of an episode is unknown.`;
  return `${avoided}. Multiplied by ${range(costHours)} people-hours per episode and divided by ${range(effortDays)} days of work, this saves ${range(hoursSavedPerDay)} hours per day of work.`;
}

function range({ low, high }: Span): string {
  const [from, to] = [round(low), round(high)];
  return from === to ? from : `${from} to ${to}`;
}

function round(value: number): string {
  return String(value >= 10 ? Math.round(value) : Number(value.toPrecision(2)));
}
