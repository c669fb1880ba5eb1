import { z } from 'zod';
import { Cause, Trigger } from './cause.ts';
import { EffectVerdict } from './effect.ts';
import { FailureKind } from './failure.ts';

const share = z.number().min(0).max(1);
const sentence = z.string().min(1);

/** The likely range of a value; the name of its field states the unit. */
export const Span = z
  .object({ low: z.number().nonnegative(), high: z.number().nonnegative() })
  .refine(({ low, high }) => low <= high, 'The low end is above the high end');
export type Span = z.infer<typeof Span>;

/** A mean with its range. */
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

/** A day or hour at which significantly more episodes begin. */
export const Season = z.enum(['month_end', 'year_turn', 'weekend', 'same_hour']);
export type Season = z.infer<typeof Season>;

/** How far the signal decides the matter for an episode that shows it, in (0, 1]. */
const strength = z.number().gt(0).max(1);

/** An observation in a failure, episode or pattern that speaks for or against a guardrail. */
export const GuardrailSignal = z.discriminatedUnion('on', [
  /**
   * Each phrase is a set of words that occur near each other in one sentence, in any order and with any ending; `a|b`
   * matches either word.
   */
  z.object({ on: z.literal('words'), phrases: z.array(z.string().min(1)).min(1), strength }),
  /**
   * Machine-given names: error classes, error codes, exit and HTTP codes. `*Timeout` matches any name with that ending.
   */
  z.object({ on: z.literal('signature'), names: z.array(z.string().min(1)).min(1), strength }),
  /** Parts of a path, in lower case. */
  z.object({ on: z.literal('paths'), parts: z.array(z.string().min(1)).min(1), strength }),
  z.object({ on: z.literal('kind'), kind: FailureKind, strength }),
  z.object({ on: z.literal('resolution'), resolution: ResolutionKind, strength }),
  z.object({ on: z.literal('season'), season: Season, strength }),
  /** Whether a change is linked as the cause. */
  z.object({ on: z.literal('change'), isLinked: z.boolean(), strength }),
  /** Two or more services are affected in one episode. */
  z.object({ on: z.literal('several_services'), strength }),
]);
export type GuardrailSignal = z.infer<typeof GuardrailSignal>;

/** A public document with chapter and section. */
export const GuardrailSource = z.object({ title: z.string().min(1), url: z.url({ protocol: /^https$/ }) });
export type GuardrailSource = z.infer<typeof GuardrailSource>;

export const EffortSize = z.enum(['S', 'M', 'L']);
export type EffortSize = z.infer<typeof EffortSize>;

/** A change to the system that prevents a kind of failure or makes it harmless. */
export const Guardrail = z.object({
  /** Never changes, because outcomes refer to it. */
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  name: sentence,
  promise: sentence,
  /**
   * The kinds of failures that it prevents, as causes combined with triggers. `share` is an assumption: the part of
   * these failures that it would plausibly prevent or make harmless where it applies.
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
  /**
   * An assumption: the share of these failures to which it applies even without a signal. Low for guardrails against
   * one specific thing.
   */
  breadth: share,
  speaksFor: z.array(GuardrailSignal).min(1),
  speaksAgainst: z.array(GuardrailSignal),
  /** The steps to introduce it, independent of tools. */
  steps: z.array(sentence).min(3).max(6),
  /** A check that fails while the guardrail is missing, and a figure to watch. */
  proof: z.object({ check: sentence, figure: sentence }),
  /** An assumption, for one service or pipeline. */
  effort: z.object({ size: EffortSize, days: Span }),
  doesNotCatch: z.array(sentence).min(1),
  sources: z.array(GuardrailSource).min(1),
});
export type Guardrail = z.infer<typeof Guardrail>;

/** A guardrail as lists show it. */
export const ListedGuardrail = Guardrail.omit({ speaksFor: true, speaksAgainst: true });
export type ListedGuardrail = z.infer<typeof ListedGuardrail>;

/** The effect of a guardrail that was introduced because of a pattern. */
export const GuardrailOutcome = z.object({
  guardrailId: z.string(),
  /** The pattern for which it was introduced; null if that is no longer known. */
  patternId: z.string().nullable(),
  outcome: EffectVerdict,
  /** The likely causes of that pattern. */
  causes: z.array(Cause),
});
export type GuardrailOutcome = z.infer<typeof GuardrailOutcome>;

/** One reason for or against a guardrail, with the failures that show it. */
export const GuardrailEvidence = z.object({
  /** One sentence. It contains no ingested text except words that the library knows. */
  says: sentence,
  failureIds: z.array(z.string()),
  episodes: z.number().int().nonnegative(),
  /** The strength of the signal, in (0, 1]. */
  strength: z.number(),
});
export type GuardrailEvidence = z.infer<typeof GuardrailEvidence>;

/** Every factor of a recommendation's value, so that a person can recompute it. */
export const GuardrailArithmetic = z.object({
  horizonDays: z.number().int().positive(),
  /** The expected number of episodes within the horizon without a change; null without a forecast. */
  expectedEpisodes: Estimate.nullable(),
  /** The confidence that cause and trigger are among those that it prevents, in [0, 1]. */
  kindMatch: share,
  /** The assumed breadth of the guardrail. */
  breadth: share,
  /** The combined strength of the signals for it, as a mean over the episodes, in [0, 1]. */
  signals: share,
  /**
   * The probability that it applies to an episode, as a mean over the episodes, in [0, 1], after the signals against
   * it.
   */
  fit: share,
  /** The share of applicable episodes that it would prevent: an assumption. */
  share: Span,
  /** Past outcomes in this organisation: their weights, and the factor on the share that follows from them. */
  history: z.object({ held: z.number(), cameBack: z.number(), factor: z.number().positive() }),
  /** Expected episodes × fit × share × history. */
  avoidedEpisodes: Span.nullable(),
  /** People-hours per episode; null if they are unknown. */
  costHours: Span.nullable(),
  effortDays: Span,
  /** Avoided episodes × cost ÷ effort, from worst to best: people-hours saved per day of work. Null if a factor is. */
  hoursSavedPerDay: Span.nullable(),
  /** The ranking score: the product of the means of all known factors. */
  value: z.number().nonnegative(),
  /** The same computation as a sentence. */
  explanation: sentence,
});
export type GuardrailArithmetic = z.infer<typeof GuardrailArithmetic>;

export const Recommendation = z.object({
  guardrail: Guardrail,
  /** Counts from 1. */
  rank: z.number().int().positive(),
  /** The probability that an engineer who knows the failures would accept it, in [0, 1]. */
  confidence: share,
  why: z.array(GuardrailEvidence),
  against: z.array(GuardrailEvidence),
  /** Outcomes of the same guardrail in this organisation. */
  tried: z.array(GuardrailOutcome),
  arithmetic: GuardrailArithmetic,
});
export type Recommendation = z.infer<typeof Recommendation>;

/** The recommended guardrails of a pattern, those that were tried, and what is unknown. */
export const GuardrailChoice = z.object({
  /** Sorted best first; empty if nothing fits. */
  recommendations: z.array(Recommendation),
  /** Guardrails that were introduced for this pattern, whatever their outcome. */
  tried: z.array(GuardrailOutcome),
  /** Facts that would decide the choice if they were known. */
  openQuestions: z.array(sentence),
});
export type GuardrailChoice = z.infer<typeof GuardrailChoice>;
