import { z } from 'zod';
import { Cause, LikelyCause, LikelyTrigger, Trigger } from './cause.ts';
import { Instant } from './instant.ts';
import { Evidence } from './link.ts';

/** States that a failure belongs to a pattern, with confidence and evidence. */
export const Membership = z.object({
  failureId: z.string(),
  /** In [0, 1]. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type Membership = z.infer<typeof Membership>;

/**
 * The parts of a pattern's lesson; null if a part is unknown. `condition` continues "when", `allowed` continues "the
 * system lets"; the other two are sentences.
 */
export const Scenario = z.object({
  condition: z.string().nullable(),
  allowed: z.string().nullable(),
  signal: z.string().nullable(),
  ended: z.string().nullable(),
});
export type Scenario = z.infer<typeof Scenario>;

/** The sort key of a list of patterns. */
export const PatternSort = z.enum(['harm', 'episodes', 'lastAt', 'firstAt', 'name']);
export type PatternSort = z.output<typeof PatternSort>;

/** A person's judgement of a pattern: confirmed, or dismissed as not worth watching. */
export const PatternJudgement = z.enum(['confirmed', 'dismissed']);
export type PatternJudgement = z.infer<typeof PatternJudgement>;

/** A pattern at one moment, without the texts of its members. */
export const Pattern = z.object({
  id: z.string(),
  /** A readable phrase. */
  name: z.string(),
  /** A blameless summary: the condition, what the system allowed, the symptoms, and the resolution. */
  lesson: z.string(),
  /** The parts of the lesson. Absent in patterns of earlier versions. */
  scenario: Scenario.optional(),
  /** The terms that distinguish it from other patterns, strongest first. */
  terms: z.array(z.string()),
  cause: Cause,
  trigger: Trigger,
  /**
   * All likely causes, the one with the most support among the members first. Each has the confidence of its surest
   * member, rounded to tenths because nothing finer is known. Absent in patterns of earlier versions.
   */
  causes: z.array(LikelyCause).optional(),
  triggers: z.array(LikelyTrigger).optional(),
  services: z.array(z.string()),
  repositories: z.array(z.string()),
  /** How well its members hold together, in [0, 1]. */
  confidence: z.number().min(0).max(1),
  /** The number of members by kind. */
  kinds: z.object({
    incident: z.number().int(),
    failed_deployment: z.number().int(),
    reverted_change: z.number().int(),
  }),
  episodes: z.number().int().nonnegative(),
  /**
   * The ranking score: impact hours, severity and recency of incidents, then failed deployments, then reverts. A higher
   * value is worse.
   */
  harm: z.number(),
  firstAt: Instant,
  lastAt: Instant,
  /** A person's latest judgement. Null or absent if nobody judged the pattern. */
  judgement: PatternJudgement.nullable().optional(),
});
export type Pattern = z.infer<typeof Pattern>;

/** States that a pattern was split from another one or merged into it. */
export const LineageEvent = z.object({
  patternId: z.string(),
  relatedPatternId: z.string(),
  kind: z.enum(['split_from', 'merged_into']),
  at: Instant,
});
export type LineageEvent = z.infer<typeof LineageEvent>;
