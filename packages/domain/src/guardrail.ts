import { z } from 'zod';
import { Cause, Trigger } from './cause.ts';
import { EffectVerdict } from './effect.ts';
import { FailureKind } from './failure.ts';

const share = z.number().min(0).max(1);
const sentence = z.string().min(1);

/** From the least to the most that is thought likely; in what unit, the field that holds it says. */
export const Span = z
  .object({ low: z.number().nonnegative(), high: z.number().nonnegative() })
  .refine(({ low, high }) => low <= high, 'The low end is above the high end');
export type Span = z.infer<typeof Span>;

/** A mean with the range that it lies in. */
export const Estimate = z.object({
  low: z.number().nonnegative(),
  mean: z.number().nonnegative(),
  high: z.number().nonnegative(),
});
export type Estimate = z.infer<typeof Estimate>;

/**
 * How a failure ended, by the change that ended it. `retried`: the same deployment went through later. `self_resolved`: no change is
 * known to have ended it.
 */
export const ResolutionKind = z.enum(['reverted', 'fixed_forward', 'retried', 'self_resolved']);
export type ResolutionKind = z.infer<typeof ResolutionKind>;

/** A day or an hour at which episodes begin more often than chance would have it. */
export const Season = z.enum(['month_end', 'year_turn', 'weekend', 'same_hour']);
export type Season = z.infer<typeof Season>;

/** Of an episode that shows it, how far the sign settles the matter, in (0, 1]. */
const strength = z.number().gt(0).max(1);

/** Something that can be seen in a failure, an episode or a pattern, and speaks for or against a guardrail. */
export const GuardrailSignal = z.discriminatedUnion('on', [
  /**
   * Each phrase is words that stand near each other in one sentence, in any order and with any ending; `a|b` is either word.
   */
  z.object({ on: z.literal('words'), phrases: z.array(z.string().min(1)).min(1), strength }),
  /** Names that a machine gave: error classes, error codes, exit and HTTP codes. `*Timeout` is any that ends so. */
  z.object({ on: z.literal('signature'), names: z.array(z.string().min(1)).min(1), strength }),
  /** Parts of a path, in lower case. */
  z.object({ on: z.literal('paths'), parts: z.array(z.string().min(1)).min(1), strength }),
  z.object({ on: z.literal('kind'), kind: FailureKind, strength }),
  z.object({ on: z.literal('resolution'), resolution: ResolutionKind, strength }),
  z.object({ on: z.literal('season'), season: Season, strength }),
  /** Whether a change is linked as the cause. */
  z.object({ on: z.literal('change'), isLinked: z.boolean(), strength }),
  /** Two services or more are hit in one episode. */
  z.object({ on: z.literal('several_services'), strength }),
]);
export type GuardrailSignal = z.infer<typeof GuardrailSignal>;

/** A document that anybody can read: chapter and place. */
export const GuardrailSource = z.object({ title: z.string().min(1), url: z.url({ protocol: /^https$/ }) });
export type GuardrailSource = z.infer<typeof GuardrailSource>;

export const EffortSize = z.enum(['S', 'M', 'L']);
export type EffortSize = z.infer<typeof EffortSize>;

/** A change of the system after which a kind of failure does not come back, or does no harm when it does. */
export const Guardrail = z.object({
  /** Never changes: outcomes are kept by it. */
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  name: sentence,
  promise: sentence,
  /**
   * The kinds of failure that it answers, each cause with each trigger. `share` is an assumption: of such failures, where the
   * guardrail applies, the part that it would plausibly stop or make harmless.
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
  /** An assumption: the part of those failures to which it applies even where no sign of it is seen. Low for what stops one thing only. */
  breadth: share,
  speaksFor: z.array(GuardrailSignal).min(1),
  speaksAgainst: z.array(GuardrailSignal),
  /** How to do it, tool-neutral. */
  steps: z.array(sentence).min(3).max(6),
  /** A check that fails while the guardrail is missing, and a figure to watch. */
  proof: z.object({ check: sentence, figure: sentence }),
  /** An assumption, for one service or one pipeline. */
  effort: z.object({ size: EffortSize, days: Span }),
  doesNotCatch: z.array(sentence).min(1),
  sources: z.array(GuardrailSource).min(1),
});
export type Guardrail = z.infer<typeof Guardrail>;

/** A guardrail as a list shows it, for who chooses one. */
export const ListedGuardrail = Guardrail.omit({ speaksFor: true, speaksAgainst: true });
export type ListedGuardrail = z.infer<typeof ListedGuardrail>;

/** How it went with a guardrail that was put in place because of a pattern. */
export const GuardrailOutcome = z.object({
  guardrailId: z.string(),
  /** The pattern it was meant for; null where that is not known any more. */
  patternId: z.string().nullable(),
  outcome: EffectVerdict,
  /** Likely causes of that pattern. */
  causes: z.array(Cause),
});
export type GuardrailOutcome = z.infer<typeof GuardrailOutcome>;

/** One reason for or against, with the failures in which it can be looked up. */
export const GuardrailEvidence = z.object({
  /** A sentence. Of what was ingested it holds nothing but words that the library knows. */
  says: sentence,
  failureIds: z.array(z.string()),
  episodes: z.number().int().nonnegative(),
  /** Of the sign, in (0, 1]. */
  strength: z.number(),
});
export type GuardrailEvidence = z.infer<typeof GuardrailEvidence>;

/** Every factor of a recommendation's value, so that it can be worked out again by hand. */
export const GuardrailArithmetic = z.object({
  horizonDays: z.number().int().positive(),
  /** Episodes that are expected within the horizon if nothing changes; null where no forecast was given. */
  expectedEpisodes: Estimate.nullable(),
  /** How surely cause and trigger are among those that it answers, in [0, 1]. */
  kindMatch: share,
  /** Its breadth, an assumption of the library. */
  breadth: share,
  /** Mean over the episodes of what the signs for it amount to, in [0, 1]. */
  signals: share,
  /** Mean over the episodes of the chance that it applies to them, in [0, 1], after what speaks against it. */
  fit: share,
  /** Of the episodes to which it applies, the part that it would stop: an assumption. */
  share: Span,
  /** What became of it in this organisation: weights of outcomes, and what they multiply the share by. */
  history: z.object({ held: z.number(), cameBack: z.number(), factor: z.number().positive() }),
  /** Expected episodes × fit × share × history. */
  avoidedEpisodes: Span.nullable(),
  /** People-hours that one episode costs; null where not known. */
  costHours: Span.nullable(),
  effortDays: Span,
  /** Avoided episodes × cost ÷ effort, from worst to best: people-hours saved for each day of work; null where a factor is. */
  hoursSavedPerDay: Span.nullable(),
  /** What the ranking goes by: the product of the means of all factors that are known. */
  value: z.number().nonnegative(),
  /** The same as a sentence. */
  explanation: sentence,
});
export type GuardrailArithmetic = z.infer<typeof GuardrailArithmetic>;

export const Recommendation = z.object({
  guardrail: Guardrail,
  /** From 1. */
  rank: z.number().int().positive(),
  /** In [0, 1]: how likely an engineer who knows the failures would accept it. */
  confidence: share,
  why: z.array(GuardrailEvidence),
  against: z.array(GuardrailEvidence),
  /** Outcomes of the same guardrail in this organisation. */
  tried: z.array(GuardrailOutcome),
  arithmetic: GuardrailArithmetic,
});
export type Recommendation = z.infer<typeof Recommendation>;

/** What is recommended for a pattern, what was tried for it, and what is not known. */
export const GuardrailChoice = z.object({
  /** Best first; empty where nothing fits. */
  recommendations: z.array(Recommendation),
  /** What was put in place for this very pattern, whatever came of it. */
  tried: z.array(GuardrailOutcome),
  /** What would decide, were it known. */
  openQuestions: z.array(sentence),
});
export type GuardrailChoice = z.infer<typeof GuardrailChoice>;
