import { z } from 'zod';
import { Instant } from './instant.ts';
import { Recurrence } from './recurrence.ts';
import { ReportDocument } from './report-document.ts';

/** Whose failures a digest tells of. A team is an owner of repositories, never a person. */
export const DigestScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation') }),
  z.object({ kind: z.literal('service'), name: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('team'), name: z.string().min(1).max(200) }),
]);
export type DigestScope = z.infer<typeof DigestScope>;

/** From Monday to Monday, or from the first of a month to that of the next, in UTC; `until` is not part of it. */
export const DigestPeriod = z.object({ kind: z.enum(['week', 'month']), from: Instant, until: Instant });
export type DigestPeriod = z.infer<typeof DigestPeriod>;

/** What became of a pattern in a period. A pattern can be in several of them: returned and rising. */
export const DigestedPattern = z.object({
  patternId: z.string(),
  name: z.string(),
  lesson: z.string(),
  /** Episodes in the period, and in the one before of the same length. */
  episodes: z.number().int(),
  episodesBefore: z.number().int(),
  /** Where it stood at the end of the period; null where it was no pattern by then. */
  recurrence: Recurrence.nullable(),
  /**
   * What it became in this period, so that each is told once: `new` became a pattern, `returned` came back, `quiet` fell silent.
   * Null where it became nothing else; absent in what earlier versions wrote.
   */
  became: Recurrence.exclude(['recurring']).nullable().optional(),
  /** That there are more or fewer of it than by chance, after control over all patterns. */
  direction: z.enum(['rising', 'falling']).nullable(),
  /** Chance of at least one more episode in the period after this one; null where forecasts have no skill. */
  probability: z.number().min(0).max(1).nullable(),
});
export type DigestedPattern = z.infer<typeof DigestedPattern>;

export const Completeness = z.object({
  /** Accounts that are read, and those of them that need attention, each with what is wrong. */
  accounts: z.number().int(),
  problems: z.array(z.object({ account: z.string(), problem: z.string() })),
  /** Days on which the provider has records that are not stored. */
  gaps: z.number().int(),
  /** Streams that were never compared with the provider: of these no gap can be known. Absent in what earlier versions wrote. */
  uncompared: z.number().int().optional(),
  /** Failures that are like no other, of all. */
  unassigned: z.object({ failures: z.number().int(), of: z.number().int() }),
});
export type Completeness = z.infer<typeof Completeness>;

/** An immutable snapshot of a period. */
export const Digest = z.object({
  scope: DigestScope,
  period: DigestPeriod,
  episodes: z.number().int(),
  episodesBefore: z.number().int(),
  /** Occasions to fail; null where no change is known. */
  changes: z.number().int().nullable(),
  changesBefore: z.number().int().nullable(),
  /** Those with an episode in the period, or whose standing changed in it; most episodes first. */
  patterns: z.array(DigestedPattern),
  completeness: Completeness,
  document: ReportDocument,
  /** The newest that was known when it was made. */
  asOf: Instant,
});
export type Digest = z.infer<typeof Digest>;

export const StoredDigest = z.object({ id: z.string(), createdAt: Instant, digest: Digest });
export type StoredDigest = z.infer<typeof StoredDigest>;

/** A digest as a list shows it. */
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
