import type { Estimate, RecommendationScoreFactors, Span } from '@refrain/domain';
import type { GuardrailFit } from './estimate-guardrail-fit.ts';
import type { WeighedGuardrailOutcomes } from './weigh-guardrail-outcomes.ts';

export const guardrailValueHorizonDays = 90;

/**
 * Computes the people-hours that a guardrail saves per day of work on it: expected episodes × fit × prevented share ×
 * history factor × cost per episode ÷ effort. The low end of a range combines the worst value of each factor. `value`
 * is computed from mean values and omits unknown factors.
 */
export function estimateGuardrailValue(
  { guardrail, match, signals, fit, share }: GuardrailFit,
  history: WeighedGuardrailOutcomes,
  expectedEpisodes: Estimate | null,
  costHours: Span | null,
): RecommendationScoreFactors {
  const { breadth, effort } = guardrail;
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
    breadth,
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

export function midpointOfSpan({ low, high }: Span): number {
  return (low + high) / 2;
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
  const part = `${round(fit)} (applies) × ${range(share)} (would stop, assumed) × ${round(history.factor)} (what held here before)`;
  const effort = `${range(effortDays)} days of work`;
  if (expectedEpisodes === null || avoidedEpisodes === null)
    return `Part of the episodes avoided: ${part}; for ${effort}. How many are to come in 90 days is not known.`;
  const { low, high } = expectedEpisodes;
  const avoided = `${range({ low, high })} episodes expected in ${guardrailValueHorizonDays} days × ${part} = ${range(avoidedEpisodes)} avoided`;
  if (costHours === null || hoursSavedPerDay === null)
    return `${avoided}; for ${effort}. What an episode costs is not known.`;
  return `${avoided}; × ${range(costHours)} people-hours each ÷ ${effort} = ${range(hoursSavedPerDay)} hours saved for each day.`;
}

function range({ low, high }: Span): string {
  const [from, to] = [round(low), round(high)];
  return from === to ? from : `${from} to ${to}`;
}

function round(value: number): string {
  return String(value >= 10 ? Math.round(value) : Number(value.toPrecision(2)));
}
