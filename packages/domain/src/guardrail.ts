import { z } from 'zod';
import { Cause, Trigger } from './cause.ts';
import { EffectVerdict } from './effect.ts';
import { FailureKind } from './failure.ts';

const share = z.number().min(0).max(1);
const sentence = z.string().min(1);

/** The likely range of a value, in the unit that the name of the field states. */
export const Span = z
  .object({ low: z.number().nonnegative(), high: z.number().nonnegative() })
  .refine(({ low, high }) => low <= high, 'low must not exceed high');
export type Span = z.infer<typeof Span>;

export const Estimate = z.object({
  low: z.number().nonnegative(),
  mean: z.number().nonnegative(),
  high: z.number().nonnegative(),
});
export type Estimate = z.infer<typeof Estimate>;

/**
 * How a failure was resolved. `retried`: the same deployment succeeded later. `self_resolved`: no resolving change is
 * known.
 */
export const ResolutionKind = z.enum(['reverted', 'fixed_forward', 'retried', 'self_resolved']);
export type ResolutionKind = z.infer<typeof ResolutionKind>;

/** A recurring time, such as the end of the month, at which significantly more episodes of a pattern begin. */
export const Season = z.enum(['month_end', 'year_turn', 'weekend', 'same_hour']);
export type Season = z.infer<typeof Season>;

/** How strongly the signal supports or contradicts the guardrail in an episode that shows the signal, above 0, at most 1. */
const strength = z.number().gt(0).max(1);

/** An observation in a failure, episode or pattern that supports or contradicts a guardrail. */
export const GuardrailSignal = z.discriminatedUnion('on', [
  /** A phrase matches if its words are near each other in a sentence, in any order and form. `a|b` is either word. */
  z.object({ on: z.literal('words'), phrases: z.array(z.string().min(1)).min(1), strength }),
  /**
   * Names of error classes, error codes, exit codes and HTTP codes. `*Timeout` matches every name that ends in `Timeout`.
   */
  z.object({ on: z.literal('signature'), names: z.array(z.string().min(1)).min(1), strength }),
  /** Parts of a file path, in lower case. */
  z.object({ on: z.literal('paths'), parts: z.array(z.string().min(1)).min(1), strength }),
  z.object({ on: z.literal('kind'), kind: FailureKind, strength }),
  z.object({ on: z.literal('resolution'), resolution: ResolutionKind, strength }),
  z.object({ on: z.literal('season'), season: Season, strength }),
  /** Whether a change is linked as the cause of the failure. */
  z.object({ on: z.literal('change'), isLinked: z.boolean(), strength }),
  /** Two or more services are affected in one episode. */
  z.object({ on: z.literal('several_services'), strength }),
  /** The text states one of these mechanisms, given by id. */
  z.object({ on: z.literal('mechanisms'), mechanisms: z.array(z.string().min(1)).min(1), strength }),
  /** The text says that the measure, in any of these wordings, exists already or did not help. */
  z.object({ on: z.literal('in_place'), measures: z.array(z.string().min(1)).min(1), strength }),
]);
export type GuardrailSignal = z.infer<typeof GuardrailSignal>;

/** A public document that describes the guardrail, with chapter and section in the title. */
export const GuardrailSource = z.object({ title: z.string().min(1), url: z.url({ protocol: /^https$/ }) });
export type GuardrailSource = z.infer<typeof GuardrailSource>;

export const EffortSize = z.enum(['S', 'M', 'L']);

/** A change to the system that prevents a kind of failure or makes it harmless. */
export const Guardrail = z.object({
  /** The id of the guardrail. It never changes, because stored outcomes refer to the id. */
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  name: sentence,
  promise: sentence,
  /**
   * The mechanisms, by id, of the failures that the guardrail prevents. `share` is the assumed share of these failures
   * that the guardrail prevents or makes harmless.
   */
  prevents: z.array(z.object({ mechanisms: z.array(z.string().min(1)).min(1), share: Span })).min(1),
  /**
   * The causes and triggers of the failures that the guardrail addresses. `share` is the assumed share of these
   * failures that the guardrail prevents or makes harmless.
   */
  answers: z
    .array(
      z.object({
        causes: z.array(Cause.exclude(['unknown'])).min(1),
        triggers: z.array(Trigger.exclude(['unknown'])).min(1),
        share: Span,
      }),
    )
    .min(1),
  speaksFor: z.array(GuardrailSignal).min(1),
  speaksAgainst: z.array(GuardrailSignal),
  /** The steps to introduce the guardrail. They name no specific tools. */
  steps: z.array(sentence).min(3).max(6),
  /** A check that fails while the guardrail is missing, and a figure that people should watch. */
  proof: z.object({ check: sentence, figure: sentence }),
  /** The assumed effort for one service or pipeline. */
  effort: z.object({ size: EffortSize, days: Span }),
  doesNotCatch: z.array(sentence).min(1),
  sources: z.array(GuardrailSource).min(1),
});
export type Guardrail = z.infer<typeof Guardrail>;

export const ListedGuardrail = Guardrail.omit({ speaksFor: true, speaksAgainst: true });

/** The effect of a guardrail that was introduced because of a pattern. */
export const GuardrailOutcome = z.object({
  guardrailId: z.string(),
  /** The pattern because of which the guardrail was introduced; null if the pattern is no longer known. */
  patternId: z.string().nullable(),
  outcome: EffectVerdict,
  /** The likely causes of the pattern because of which the guardrail was introduced. */
  causes: z.array(Cause),
});
export type GuardrailOutcome = z.infer<typeof GuardrailOutcome>;

/** One reason for or against a guardrail, with the failures as evidence. */
export const GuardrailEvidence = z.object({
  /** The reason in one sentence. It contains no ingested text except words that are also in the guardrail library. */
  statement: sentence,
  /** The name of the mechanism that the failures state. Absent if the reason is another one. */
  mechanism: z.string().optional(),
  failureIds: z.array(z.string()),
  episodes: z.number().int().nonnegative(),
  /** The strength of the signal, above 0, at most 1. */
  strength: z.number(),
});
export type GuardrailEvidence = z.infer<typeof GuardrailEvidence>;

/** All factors of the ranking score of a recommendation, so that a person can recompute the score. */
export const RecommendationScoreFactors = z.object({
  horizonDays: z.number().int().positive(),
  /** The expected number of episodes within the horizon without the guardrail; null without a forecast. */
  expectedEpisodes: Estimate.nullable(),
  /** The confidence that the guardrail prevents failures with the pattern's cause and trigger, 0 to 1. */
  kindMatch: share,
  /** The probability that an episode has a mechanism that the guardrail prevents, averaged over the episodes, 0 to 1. */
  mechanisms: share,
  /** The combined strength of the signals that support the guardrail, averaged over the episodes, 0 to 1. */
  signals: share,
  /** The probability that the guardrail applies, given mechanisms and signals, averaged over the episodes, 0 to 1. */
  fit: share,
  /** Assumed share of the episodes to which the guardrail applies that it would prevent. */
  share: Span,
  /** The guardrail's outcomes in this organisation, weighted by closeness to the pattern, and the resulting factor. */
  history: z.object({ held: z.number(), cameBack: z.number(), factor: z.number().positive() }),
  /** The expected number of avoided episodes: `expectedEpisodes` × `fit` × `share` × `history.factor`. */
  avoidedEpisodes: Span.nullable(),
  /** People-hours per episode; null if they are unknown. */
  costHours: Span.nullable(),
  effortDays: Span,
  /** People-hours saved per day of effort: `avoidedEpisodes` × `costHours` ÷ `effortDays`. Null if a factor is null. */
  hoursSavedPerDay: Span.nullable(),
  /** The ranking score: as `hoursSavedPerDay`, but computed from mean values and without unknown factors. */
  value: z.number().nonnegative(),
  /** The computation of `value`, as a sentence. */
  explanation: sentence,
});
export type RecommendationScoreFactors = z.infer<typeof RecommendationScoreFactors>;

export const Recommendation = z.object({
  guardrail: Guardrail,
  /** The rank of the recommendation; 1 is the best. */
  rank: z.number().int().positive(),
  /** The probability that an engineer who knows the failures would accept the recommendation, 0 to 1. */
  confidence: share,
  why: z.array(GuardrailEvidence),
  against: z.array(GuardrailEvidence),
  /** Earlier outcomes of the guardrail in this organisation. */
  tried: z.array(GuardrailOutcome),
  arithmetic: RecommendationScoreFactors,
});
export type Recommendation = z.infer<typeof Recommendation>;

/** The recommended guardrails and the introduced guardrails of a pattern, with the open questions. */
export const PatternGuardrails = z.object({
  /** Recommendations, best first; empty if no guardrail fits. */
  recommendations: z.array(Recommendation),
  /** Guardrails that were introduced for this pattern, with their outcomes. */
  tried: z.array(GuardrailOutcome),
  /** Questions whose answers would decide between the guardrails. */
  openQuestions: z.array(sentence),
});
export type PatternGuardrails = z.infer<typeof PatternGuardrails>;
