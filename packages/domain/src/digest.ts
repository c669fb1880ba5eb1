import { z } from 'zod';
import { Instant } from './instant.ts';
import { Recurrence } from './recurrence.ts';
import { ReportDocument } from './report-document.ts';

/** The failures that a digest covers: all, those of a service, or those in the repositories and folders of a team. */
export const DigestScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation') }),
  z.object({ kind: z.literal('service'), name: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('team'), name: z.string().min(1).max(200) }),
]);
export type DigestScope = z.infer<typeof DigestScope>;

/** A week from Monday to Monday, or a calendar month, in UTC. `until` is exclusive. */
export const DigestPeriod = z.object({ kind: z.enum(['week', 'month']), from: Instant, until: Instant });
export type DigestPeriod = z.infer<typeof DigestPeriod>;

/** How a pattern developed in the period of a digest. */
export const DigestedPattern = z.object({
  patternId: z.string(),
  name: z.string(),
  lesson: z.string(),
  /** The number of episodes in the period. */
  episodes: z.number().int(),
  /** The number of episodes in the preceding period of the same length. */
  episodesBefore: z.number().int(),
  /** The sum of the known durations of the episodes in the period, each at most 24 hours; null if none is known. */
  impactHours: z.number().nullable(),
  /** How the pattern recurred as of the end of the period; null if its failures did not form a pattern yet. */
  recurrence: Recurrence.nullable(),
  /** The value of `recurrence` if it is new in this period, else null. Absent in digests of earlier versions. */
  newRecurrence: Recurrence.exclude(['recurring']).nullable().optional(),
  /** Whether the rate rises or falls significantly, corrected for the number of patterns; null if it does neither. */
  direction: z.enum(['rising', 'falling']).nullable(),
  /** The probability of at least one episode in the next period; null without a forecast. */
  probability: z.number().min(0).max(1).nullable(),
});
export type DigestedPattern = z.infer<typeof DigestedPattern>;

/** One of the few episodes that account for most of the impact of a digest. */
export const CostlyEpisode = z.object({
  /** The id of the episode, which is also the id of its first failure. */
  episodeId: z.string(),
  title: z.string(),
  startedAt: Instant,
  hours: z.number(),
  services: z.array(z.string()),
  patternId: z.string().nullable(),
});
export type CostlyEpisode = z.infer<typeof CostlyEpisode>;

export const Completeness = z.object({
  /** The number of connections to accounts. */
  accounts: z.number().int(),
  /** How many of these hold imported files, which cannot be compared with a provider. Absent in old digests. */
  imported: z.number().int().optional(),
  /** The problems of the accounts that need attention. */
  problems: z.array(z.object({ account: z.string(), problem: z.string() })),
  /** The number of days on which the provider has records that are not stored. */
  gaps: z.number().int(),
  /** The number of streams whose records were never compared with the provider. Absent in old digests. */
  uncompared: z.number().int().optional(),
  /** The number of failures that belong to no pattern; `of` is the number of all failures. */
  unassigned: z.object({ failures: z.number().int(), of: z.number().int() }),
});
export type Completeness = z.infer<typeof Completeness>;

/** An immutable summary of a week or month. */
export const Digest = z.object({
  scope: DigestScope,
  period: DigestPeriod,
  episodes: z.number().int(),
  episodesBefore: z.number().int(),
  /** The sum of the known durations of the episodes in the period, each at most 24 hours; null if none is known. */
  impactHours: z.number().nullable(),
  /** The impact hours of the preceding period of the same length. */
  impactHoursBefore: z.number().nullable(),
  /** At most three episodes that account for half of the impact or more, most hours first; empty if no so few do. */
  costliest: z.array(CostlyEpisode),
  /** The number of changes in the period; null if no change is known. */
  changes: z.number().int().nullable(),
  changesBefore: z.number().int().nullable(),
  /** The patterns that had an episode or whose recurrence changed in the period, most episodes first. */
  patterns: z.array(DigestedPattern),
  /** The numbers of fixes whose effect was measured in the period, by the verdict. */
  fixVerdicts: z.object({ verified: z.number().int(), recurred: z.number().int() }),
  completeness: Completeness,
  document: ReportDocument,
  /** The time of the newest failure that the digest considers. */
  asOf: Instant,
});
export type Digest = z.infer<typeof Digest>;

export const StoredDigest = z.object({ id: z.string(), createdAt: Instant, digest: Digest });
export type StoredDigest = z.infer<typeof StoredDigest>;

export const ListedDigest = Digest.pick({
  scope: true,
  period: true,
  episodes: true,
  episodesBefore: true,
  impactHours: true,
  impactHoursBefore: true,
  costliest: true,
  fixVerdicts: true,
  asOf: true,
}).extend({
  id: z.string(),
  title: z.string(),
  createdAt: Instant,
  /** The numbers of patterns by how they changed in the period. A pattern that is new, returned or quiet does not count by its trend. */
  changes: z.object({
    new: z.number().int(),
    returned: z.number().int(),
    rising: z.number().int(),
    falling: z.number().int(),
    quiet: z.number().int(),
  }),
  /** The patterns that `changes` counts, with their current names: at most three for each change, those with most impact first. */
  news: z.array(
    z.object({
      patternId: z.string(),
      name: z.string(),
      change: z.enum(['new', 'returned', 'rising', 'falling', 'quiet']),
    }),
  ),
  /** The number of improvements that changed in the period, without those whose effect was measured. */
  fixes: z.number().int(),
});
export type ListedDigest = z.infer<typeof ListedDigest>;
