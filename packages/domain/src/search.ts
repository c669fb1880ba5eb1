import { z } from 'zod';
import { Failure } from './failure.ts';
import { Evidence } from './link.ts';
import { Pattern } from './pattern.ts';
import { LatestResolution, Resolution } from './resolution.ts';

/** "Have we seen this before?", in UTF-16 units. */
export const maxSearchTextLength = 20_000;

/** What is asked about: a text as it was pasted, a failure that is stored, or the address of a page at a provider. */
export const SearchQuestion = z
  .strictObject({
    text: z
      .string()
      .max(maxSearchTextLength, `Give at most ${maxSearchTextLength} characters: the beginning says the most.`)
      .refine((text) => text.trim() !== '', 'The text is empty: give the title or the error message.')
      .optional(),
    failureId: z.string().min(1).max(200).optional(),
    url: z.string().min(1).max(2_000).optional(),
    /** Most matches in the answer. */
    limit: z.number().int().min(1).max(50).default(10),
    /** Only failures of this service, or in this environment, whatever the case of letters. */
    service: z.string().min(1).max(200).optional(),
    environment: z.string().min(1).max(200).optional(),
  })
  .refine(
    ({ text, failureId, url }) => [text, failureId, url].filter((given) => given !== undefined).length === 1,
    'Give one of text, failureId and url.',
  );
export type SearchQuestion = z.infer<typeof SearchQuestion>;

export const SearchMatch = z.object({
  failure: Failure.pick({
    id: true,
    kind: true,
    title: true,
    occurredAt: true,
    resolvedAt: true,
    precision: true,
    url: true,
    services: true,
    repository: true,
    environment: true,
  }),
  /** In (0, 1): one half where the two are as near as the nearest neighbours of both are on the whole. */
  score: z.number(),
  pattern: Pattern.pick({ id: true, name: true }).nullable(),
  /** Null where its text states none and no change is linked. */
  resolution: Resolution.nullable(),
  /** Why it is near; the weights add up to the score, but for rounding. */
  evidence: z.array(Evidence),
});
export type SearchMatch = z.infer<typeof SearchMatch>;

/** The pattern that what was asked about most likely belongs to. */
export const LikelyPattern = Pattern.pick({ id: true, name: true, episodes: true, lastAt: true, lesson: true }).extend({
  /** In [0, 1]. */
  confidence: z.number(),
  /** The resolution of its newest failure whose resolution is known. */
  latestResolution: LatestResolution.nullable(),
});
export type LikelyPattern = z.infer<typeof LikelyPattern>;

export const SearchResponse = z.object({
  /** What the question was taken to be about; of a text, neither id nor title. */
  asked: z.object({
    kind: z.enum(['text', 'failure', 'change']),
    id: z.string().nullable(),
    title: z.string().nullable(),
  }),
  verdict: z.object({
    seenBefore: z.boolean(),
    /**
     * In [0, 1]. Of "seen": that of the pattern, else the score of the best match. Of "not seen": 1 less the larger of that
     * score and the chance of the likeliest pattern, times the share of the failures that were searched.
     */
    confidence: z.number(),
  }),
  pattern: LikelyPattern.nullable(),
  /** Best first. */
  matches: z.array(SearchMatch),
  /** How many failures were searched, and of how many. */
  searched: z.number().int(),
  failures: z.number().int(),
  /** False while the index is being built: what is not in it yet cannot be found. */
  complete: z.boolean(),
});
export type SearchResponse = z.infer<typeof SearchResponse>;
