import { z } from 'zod';
import { Cause, LikelyCause, LikelyTrigger, Trigger } from './cause.ts';
import { Instant } from './instant.ts';
import { Evidence } from './link.ts';

/** That a failure belongs to a pattern, how surely, and why. */
export const Membership = z.object({
  failureId: z.string(),
  /** In [0, 1]. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type Membership = z.infer<typeof Membership>;

/**
 * What a pattern teaches, part by part; null where nothing is known. `condition` continues "when", `allowed` continues "the
 * system lets"; the other two are sentences.
 */
export const Scenario = z.object({
  condition: z.string().nullable(),
  allowed: z.string().nullable(),
  signal: z.string().nullable(),
  ended: z.string().nullable(),
});
export type Scenario = z.infer<typeof Scenario>;

/** What orders a list of patterns. */
export const PatternSort = z.enum(['harm', 'episodes', 'lastAt', 'firstAt', 'name']);
export type PatternSort = z.output<typeof PatternSort>;

/** What a person said of a pattern: that it is one, or that it is none worth watching. */
export const PatternJudgement = z.enum(['confirmed', 'dismissed']);
export type PatternJudgement = z.infer<typeof PatternJudgement>;

/** What a pattern is at one moment, without its members' texts. */
export const Pattern = z.object({
  id: z.string(),
  /** A phrase in a person's words. */
  name: z.string(),
  /** Blameless: under which condition, what the system allowed, how it showed, what ended it. */
  lesson: z.string(),
  /** The lesson in its parts. Absent in what earlier versions wrote. */
  scenario: Scenario.optional(),
  /** The terms that tell it from the other patterns, strongest first. */
  terms: z.array(z.string()),
  cause: Cause,
  trigger: Trigger,
  /**
   * All that are likely, the one that most of its members speak for first, each as sure as its surest member, in tenths:
   * finer is not known. Absent in what earlier versions wrote.
   */
  causes: z.array(LikelyCause).optional(),
  triggers: z.array(LikelyTrigger).optional(),
  services: z.array(z.string()),
  repositories: z.array(z.string()),
  /** In [0, 1]: how well its members hold together. */
  confidence: z.number().min(0).max(1),
  /** Members by the kind of failure. */
  kinds: z.object({
    incident: z.number().int(),
    failed_deployment: z.number().int(),
    reverted_change: z.number().int(),
  }),
  episodes: z.number().int().nonnegative(),
  /** For ranking patterns: impact hours, severity and recency of incidents, then failed deployments, then reverts. More is worse. */
  harm: z.number(),
  firstAt: Instant,
  lastAt: Instant,
  /** What a person said of it the last time. Null or absent where nobody has. */
  judgement: PatternJudgement.nullable().optional(),
});
export type Pattern = z.infer<typeof Pattern>;

/** How a pattern came from others, or where it went. */
export const LineageEvent = z.object({
  patternId: z.string(),
  relatedPatternId: z.string(),
  kind: z.enum(['split_from', 'merged_into']),
  at: Instant,
});
export type LineageEvent = z.infer<typeof LineageEvent>;
