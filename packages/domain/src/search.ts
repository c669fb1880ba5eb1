import { z } from 'zod';
import { Failure } from './failure.ts';
import { Instant } from './instant.ts';
import { Evidence } from './link.ts';
import { Pattern } from './pattern.ts';
import { EarlierResolution, Resolution } from './resolution.ts';
import { TimePrecision } from './time-precision.ts';

/** The maximum length of a search text in UTF-16 units. */
export const maxSearchTextLength = 20_000;

/** A query for similar failures: a text, a stored failure, or the URL of a web page at a provider. */
export const SearchQuery = z
  .strictObject({
    text: z
      .string()
      .max(maxSearchTextLength, `The text is too long. Shorten it to ${maxSearchTextLength} characters.`)
      .refine((text) => text.trim() !== '', 'The text is empty. Enter the title or the error message.')
      .optional(),
    failureId: z.string().min(1).max(200).optional(),
    url: z.string().min(1).max(2_000).optional(),
    /** The maximum number of matches in the response. */
    limit: z.number().int().min(1).max(50).default(10),
    /** Searches only failures of this service; the letter case does not matter. */
    service: z.string().min(1).max(200).optional(),
    /** Searches only failures in this environment; the letter case does not matter. */
    environment: z.string().min(1).max(200).optional(),
  })
  .refine(
    ({ text, failureId, url }) => [text, failureId, url].filter((field) => field !== undefined).length === 1,
    'Specify exactly one of text, failureId and url.',
  );
export type SearchQuery = z.infer<typeof SearchQuery>;

/** How many episodes of the pattern each remedy resolved, the most frequent first, in words; null if that is unknown. */
const Remedies = z.string().nullable();

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
  /**
   * The failure's similarity to the query, 0 to 1. On average, a failure and its nearest neighbour have a similarity of
   * 0.5.
   */
  score: z.number(),
  /** Whether the query repeats this failure: except for numbers, dates and ids, both have the same words. */
  isRepeat: z.boolean(),
  /**
   * Whether the query is a failure with the same title, or a text whose first line is this title, except for case,
   * punctuation, numbers, dates and ids.
   */
  hasSameTitle: z.boolean(),
  /** Whether the failure shares only a common word or the name of a service with a text that says more. */
  isWeak: z.boolean(),
  pattern: Pattern.pick({ id: true, name: true }).extend({ remedies: Remedies }).nullable(),
  /** How the failure was resolved. Null if no text states it and no linked change is confirmed or nearly certain. */
  resolution: Resolution.nullable(),
  /** The sentence or line of the failure's text that says most about the query; null if it says no more than the title. */
  excerpt: z.string().nullable(),
  /** What the failure has in common with the query. */
  shared: z.object({
    /** Whether the failure has a line of the query, except for numbers, dates and ids. */
    hasLine: z.boolean(),
    /** At most six words of the query that the failure contains, those that tell most first. */
    words: z.array(z.string()),
    /** The services of the failure that the query names, in lower case. */
    services: z.array(z.string()),
  }),
  /** Why the failure is similar to the query. The weights add up to `score`, except for rounding. */
  evidence: z.array(Evidence),
});
export type SearchMatch = z.infer<typeof SearchMatch>;

/** The pattern to which the query most likely belongs. */
export const LikelyPattern = Pattern.pick({ id: true, name: true, episodes: true, lastAt: true, lesson: true }).extend({
  /**
   * The number of episodes without the episode of the searched failure, or of the failure that the text describes.
   */
  otherEpisodes: z.number().int().nonnegative(),
  remedies: Remedies,
  /** The probability that the query belongs to the pattern, 0 to 1. */
  confidence: z.number(),
});
export type LikelyPattern = z.infer<typeof LikelyPattern>;

/** The pattern of at least half of the similar failures, for a query that belongs to no pattern with certainty. */
export const PossiblePattern = Pattern.pick({ id: true, name: true }).extend({
  remedies: Remedies,
  /** The number of similar failures that belong to the pattern. */
  failures: z.number().int().positive(),
  /** The number of all similar failures, at most 10. */
  of: z.number().int().positive(),
});
export type PossiblePattern = z.infer<typeof PossiblePattern>;

export const SearchResponse = z.object({
  /** How the query was interpreted. For a text, `id` and `title` are null. */
  query: z.object({
    kind: z.enum(['text', 'failure', 'change']),
    id: z.string().nullable(),
    title: z.string().nullable(),
  }),
  /**
   * The words of a typed text that no failure contains, each with the word that was searched instead. Empty for a failure, a
   * web page and a long text.
   */
  corrections: z.array(z.object({ typed: z.string(), understood: z.string() })),
  verdict: z.object({
    seenBefore: z.boolean(),
    /**
     * The confidence of the verdict, 0 to 1. If `seenBefore` is true: 1 if the query repeats a failure, otherwise the
     * confidence of the pattern, or without a pattern the score of the best match. If `seenBefore` is false: 1 minus
     * the larger of the last two values, multiplied by the share of failures that were searched; 0 for an unspecific text.
     */
    confidence: z.number(),
  }),
  /**
   * The stored failure that a text describes itself: the text has its title or was copied from its text, and the failure
   * began within the last day or is an open incident. Null if there is none. The other fields do not count this failure or others of its episode.
   */
  recorded: Failure.pick({
    id: true,
    kind: true,
    title: true,
    occurredAt: true,
    resolvedAt: true,
    precision: true,
  }).nullable(),
  /**
   * How many failures the query repeats, at most 100, and when the newest of them occurred. Null if it repeats none, or
   * if these failures are in different patterns, because then their words are too general.
   */
  repeats: z
    .object({ failures: z.number().int(), failureId: z.string(), lastAt: Instant, precision: TimePrecision })
    .nullable(),
  /**
   * Set if the text does not say what failed: it only names a service, or failures of different patterns have this
   * title. Then there is no verdict. Null for all other queries.
   */
  unspecific: z
    .object({
      /** The number of failures with this title. */
      sameTitle: z.number().int(),
      /** The number of other failures whose titles name the same service; 0 if the text is a title. */
      sameService: z.number().int(),
    })
    .nullable(),
  /** The pattern of the repeated failure, or else the most likely pattern; null if that failure is in no pattern. */
  pattern: LikelyPattern.nullable(),
  /** Null if `pattern` or `repeats` is set, if the text is unspecific, or if the similar failures have no pattern in common. */
  possiblePattern: PossiblePattern.nullable(),
  /**
   * How the most relevant earlier failure was resolved: a repeated failure, or else one of a service that the query
   * names, the newest one of the pattern, or the most similar one. Only resolutions that a text states, or that are confirmed or nearly certain. Null if none is known.
   */
  resolution: EarlierResolution.nullable(),
  /** Similar failures: first those with the same title or words, newest first, then the others, most similar first. */
  matches: z.array(SearchMatch),
  /** The number of failures that were searched. */
  searched: z.number().int(),
  /** The number of all failures. */
  failures: z.number().int(),
  /** Whether the index contains all failures. False while the index is being built. */
  complete: z.boolean(),
  /**
   * Whether the meaning of a text was compared too, and how many failures have the sentence vectors for that. Null if
   * there is no sentence model, or if the query is not a text.
   */
  meaning: z.object({ isCompared: z.boolean(), failuresWithVectors: z.number().int() }).nullable(),
});
export type SearchResponse = z.infer<typeof SearchResponse>;
