import { z } from 'zod';
import { Cause, LikelyCause, LikelyTrigger, Trigger } from './cause.ts';
import { Instant } from './instant.ts';
import { Evidence } from './link.ts';

/** States that a failure belongs to a pattern. */
export const Membership = z.object({
  failureId: z.string(),
  /** The confidence that the failure belongs to the pattern, 0 to 1. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type Membership = z.infer<typeof Membership>;

/** The words of a failure's report that a lesson quotes. */
export const LessonQuotation = z.object({
  failureId: z.string(),
  /** The start of the failure. */
  at: Instant,
  quote: z.string(),
});
export type LessonQuotation = z.infer<typeof LessonQuotation>;

/**
 * The parts of a pattern's `lesson`, each one or more sentences, or null if unknown.
 */
export const LessonParts = z.object({
  /** How the system fails, with the number of episodes that state it. */
  mechanism: z.string().nullable(),
  /** One failure of each episode that states the mechanism, or points to the likely one. Absent without a mechanism. */
  mechanismFailureIds: z.array(z.string()).optional(),
  /** The name of the mechanism that is only likely. Absent if at least half of the episodes state a mechanism, or none is likely. */
  likelyMechanism: z.string().optional(),
  /** The quotation of a report that states the root cause. */
  cause: z.string().nullable(),
  trigger: z.string().nullable(),
  symptom: z.string().nullable(),
  /** One failure of each episode whose title states the symptom. Absent if it is a count of errors, or unknown. */
  symptomFailureIds: z.array(z.string()).optional(),
  resolution: z.string().nullable(),
  /** What the lesson quotes about the cause. Absent if it quotes nothing. */
  causeQuotation: LessonQuotation.optional(),
  /** What the lesson quotes about the resolution. Absent if it quotes nothing. */
  resolutionQuotation: LessonQuotation.optional(),
  /** The number of episodes that each remedy resolved. Absent if unknown. */
  remedies: z.string().optional(),
});
export type LessonParts = z.infer<typeof LessonParts>;

/** `lastAt`: by the last episode, `episodes`: by the number of all episodes; the highest first */
export const FailureLibrarySort = z.enum(['lastAt', 'episodes']);
export type FailureLibrarySort = z.output<typeof FailureLibrarySort>;
export const PatternSort = z.enum(['harm', 'episodes', 'impactHours', 'lastAt', 'firstAt', 'name']);
export type PatternSort = z.output<typeof PatternSort>;

/** A person's judgement of a pattern: confirmed, or dismissed as not worth watching. */
export const PatternJudgement = z.enum(['confirmed', 'dismissed']);
export type PatternJudgement = z.infer<typeof PatternJudgement>;

/** A pattern as of one clustering: a group of episodes in which the same failure recurred. */
export const Pattern = z.object({
  id: z.string(),
  /** The name of the pattern, a readable phrase. */
  name: z.string(),
  /** A blameless summary of the trigger, the cause, the symptoms and the resolution. */
  lesson: z.string(),
  /** The parts of `lesson`. Absent in patterns of earlier versions. */
  scenario: LessonParts.optional(),
  /** The terms that distinguish the pattern from others, strongest first. */
  terms: z.array(z.string()),
  cause: Cause,
  trigger: Trigger,
  /**
   * The name of the mechanism that at least half of the episodes state, such as "Out of memory". Absent if they share none.
   */
  mechanism: z.string().optional(),
  /**
   * The likely causes, best supported first. The confidence of a cause is the highest confidence among the failures,
   * rounded to tenths. Absent in patterns of earlier versions.
   */
  causes: z.array(LikelyCause).optional(),
  /** The likely triggers, in the same form as `causes`. */
  triggers: z.array(LikelyTrigger).optional(),
  services: z.array(z.string()),
  repositories: z.array(z.string()),
  /** How similar the failures of the pattern are to each other, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** The number of failures by kind. */
  kinds: z.object({
    incident: z.number().int(),
    failed_deployment: z.number().int(),
    reverted_change: z.number().int(),
  }),
  episodes: z.number().int().nonnegative(),
  /**
   * The score by which patterns are ranked; higher is worse. It is computed from the impact hours, the severity and the
   * recency of the failures.
   */
  harm: z.number(),
  /** When the earliest failure of the pattern occurred. */
  firstAt: Instant,
  /** When the newest failure of the pattern occurred. */
  lastAt: Instant,
  /** A person's latest judgement of the pattern; null or absent if nobody judged it. */
  judgement: PatternJudgement.nullable().optional(),
});
export type Pattern = z.infer<typeof Pattern>;

/** States that a pattern was split from another pattern, or merged into another pattern. */
export const LineageEvent = z.object({
  patternId: z.string(),
  relatedPatternId: z.string(),
  kind: z.enum(['split_from', 'merged_into']),
  at: Instant,
});
export type LineageEvent = z.infer<typeof LineageEvent>;

/** States when a clustering stopped to contain a pattern, and which patterns have its failures now. */
export const PatternRetirement = z.object({
  at: Instant,
  /** The patterns that have the failures of the pattern's newest report now, most failures first. */
  successors: z.array(
    z.object({
      patternId: z.string(),
      name: z.string(),
      /** The number of these failures in the successor. */
      failures: z.number().int().positive(),
    }),
  ),
  /** The number of failures of the newest report that are in no pattern now. */
  failuresInNoPattern: z.number().int().nonnegative(),
});
export type PatternRetirement = z.infer<typeof PatternRetirement>;

/** A split or merge with the present names of both patterns. */
export const NamedLineageEvent = LineageEvent.extend({ patternName: z.string(), relatedPatternName: z.string() });
export type NamedLineageEvent = z.infer<typeof NamedLineageEvent>;
