import { z } from 'zod';
import { Instant } from './instant.ts';
import { Recurrence } from './recurrence.ts';
import { ReportDocument } from './report-document.ts';

/** The failures that a digest covers. A team is an owner of repositories, never a person. */
export const DigestScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation') }),
  z.object({ kind: z.literal('service'), name: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('team'), name: z.string().min(1).max(200) }),
]);
export type DigestScope = z.infer<typeof DigestScope>;

/** From Monday to Monday, or from the first of a month to the first of the next, in UTC. `until` is exclusive. */
export const DigestPeriod = z.object({ kind: z.enum(['week', 'month']), from: Instant, until: Instant });
export type DigestPeriod = z.infer<typeof DigestPeriod>;

/** How a pattern developed in a period. A pattern can be in several groups, such as returned and rising. */
export const DigestedPattern = z.object({
  patternId: z.string(),
  name: z.string(),
  lesson: z.string(),
  /** Episodes in the period, and in the preceding period of the same length. */
  episodes: z.number().int(),
  episodesBefore: z.number().int(),
  /** The recurrence at the end of the period; null if it was no pattern by then. */
  recurrence: Recurrence.nullable(),
  /**
   * The recurrence that began in this period, so that each is reported once: `new` became a pattern, `returned` came
   * back, `quiet` stopped. Null if nothing changed; absent in digests of earlier versions.
   */
  became: Recurrence.exclude(['recurring']).nullable().optional(),
  /** A statistically significant rise or fall, corrected for the number of patterns. */
  direction: z.enum(['rising', 'falling']).nullable(),
  /** The probability of at least one more episode in the next period; null if forecasts have no skill. */
  probability: z.number().min(0).max(1).nullable(),
});
export type DigestedPattern = z.infer<typeof DigestedPattern>;

export const Completeness = z.object({
  /** The number of connected accounts, and the problems of those that need attention. */
  accounts: z.number().int(),
  problems: z.array(z.object({ account: z.string(), problem: z.string() })),
  /** Days on which the provider has records that are not stored. */
  gaps: z.number().int(),
  /**
   * Streams that were never compared with the provider, so that their gaps are unknown. Absent in digests of earlier
   * versions.
   */
  uncompared: z.number().int().optional(),
  /** Failures that belong to no pattern, and all failures. */
  unassigned: z.object({ failures: z.number().int(), of: z.number().int() }),
});
export type Completeness = z.infer<typeof Completeness>;

/** An immutable summary of a period. */
export const Digest = z.object({
  scope: DigestScope,
  period: DigestPeriod,
  episodes: z.number().int(),
  episodesBefore: z.number().int(),
  /** Changes, as opportunities to fail; null if no change is known. */
  changes: z.number().int().nullable(),
  changesBefore: z.number().int().nullable(),
  /** Patterns with an episode in the period or with a changed recurrence; most episodes first. */
  patterns: z.array(DigestedPattern),
  completeness: Completeness,
  document: ReportDocument,
  /** The time of the newest failure that was known when the digest was written. */
  asOf: Instant,
});
export type Digest = z.infer<typeof Digest>;

export const StoredDigest = z.object({ id: z.string(), createdAt: Instant, digest: Digest });
export type StoredDigest = z.infer<typeof StoredDigest>;

/** A digest as lists show it. */
export const ListedDigest = Digest.pick({
  scope: true,
  period: true,
  episodes: true,
  episodesBefore: true,
  asOf: true,
}).extend({
  id: z.string(),
  title: z.string(),
  createdAt: Instant,
});
export type ListedDigest = z.infer<typeof ListedDigest>;
