import { z } from 'zod';
import { Failure } from './failure.ts';
import { Evidence } from './link.ts';
import { Pattern } from './pattern.ts';
import { LatestResolution, Resolution } from './resolution.ts';

/** The maximum length of a search text, in UTF-16 units. */
export const maxSearchTextLength = 20_000;

/** The query: a pasted text, a stored failure, or the address of a page at a provider. */
export const SearchQuestion = z
  .strictObject({
    text: z
      .string()
      .max(maxSearchTextLength, `Give at most ${maxSearchTextLength} characters: the beginning says the most.`)
      .refine((text) => text.trim() !== '', 'The text is empty: give the title or the error message.')
      .optional(),
    failureId: z.string().min(1).max(200).optional(),
    url: z.string().min(1).max(2_000).optional(),
    /** The maximum number of matches in the response. */
    limit: z.number().int().min(1).max(50).default(10),
    /** Only failures of this service, or in this environment, in any letter case. */
    service: z.string().min(1).max(200).optional(),
    environment: z.string().min(1).max(200).optional(),
  })
  .refine(
    ({ text, failureId, url }) => [text, failureId, url].filter((field) => field !== undefined).length === 1,
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
  /** In (0, 1). One half means that the two are as similar as nearest neighbours are on average. */
  score: z.number(),
  pattern: Pattern.pick({ id: true, name: true }).nullable(),
  /** Null if its text states none and no change is linked. */
  resolution: Resolution.nullable(),
  /** Why it is similar; the weights add up to the score except for rounding. */
  evidence: z.array(Evidence),
});
export type SearchMatch = z.infer<typeof SearchMatch>;

/** The pattern to which the query most likely belongs. */
export const LikelyPattern = Pattern.pick({ id: true, name: true, episodes: true, lastAt: true, lesson: true }).extend({
  /** In [0, 1]. */
  confidence: z.number(),
  /** The resolution of its newest failure with a known resolution. */
  latestResolution: LatestResolution.nullable(),
});
export type LikelyPattern = z.infer<typeof LikelyPattern>;

export const SearchResponse = z.object({
  /** The interpretation of the query; for a text, both id and title are null. */
  asked: z.object({
    kind: z.enum(['text', 'failure', 'change']),
    id: z.string().nullable(),
    title: z.string().nullable(),
  }),
  verdict: z.object({
    seenBefore: z.boolean(),
    /**
     * In [0, 1]. If seen before: the confidence of the pattern, otherwise the score of the best match. If not: 1 minus
     * the larger of that score and the probability of the most likely pattern, times the searched share of the
     * failures.
     */
    confidence: z.number(),
  }),
  pattern: LikelyPattern.nullable(),
  /** Sorted best first. */
  matches: z.array(SearchMatch),
  /** The number of searched failures, and of all failures. */
  searched: z.number().int(),
  failures: z.number().int(),
  /** False while the index is being built; failures that are not indexed yet cannot be found. */
  complete: z.boolean(),
});
export type SearchResponse = z.infer<typeof SearchResponse>;
