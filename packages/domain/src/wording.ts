import { z } from 'zod';

/** Why a wording blames people instead of describing the system. */
export const WordingKind = z.enum([
  /** A statement of what people should have done. It explains nothing, because they did not do it. */
  'counterfactual',
  /** An omission by people, described as a lapse. */
  'omission',
  /** Later knowledge presented as obvious at the time, or sarcasm. */
  'hindsight',
  /** Necessary work presented as easy. */
  'minimising',
  /** A verdict on a person or a person's diligence. */
  'judgement',
  /** A person or a human error named as the root cause. */
  'person_as_cause',
  /** Guilt, fault, or the question of who is to blame. */
  'blame',
  /** A person who is named as the actor. */
  'named_person',
]);
export type WordingKind = z.infer<typeof WordingKind>;

/** The replacement of the text from `start` to `end`, in UTF-16 units. */
export const WordingEdit = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });

export const WordingFinding = z.object({
  /** The start of the blaming words in the checked text, in UTF-16 units. */
  start: z.number().int().min(0),
  /** The end of the blaming words in the checked text, exclusive, in UTF-16 units. */
  end: z.number().int().min(0),
  /** The blaming words, verbatim. */
  words: z.string(),
  kind: WordingKind,
  /** Why the wording is a problem, in one sentence. */
  reason: z.string(),
  /** The sentence, reworded so that the system is its subject. A question if no safe rewording exists. */
  suggestion: z.string(),
  /** The edit that applies the suggestion; null if the suggestion is a question. Edits of one text do not overlap. */
  edit: WordingEdit.nullable(),
});
export type WordingFinding = z.infer<typeof WordingFinding>;

/** The maximum length of a checked text in UTF-16 units. */
export const maxCheckedTextLength = 200_000;

/** The maximum number of findings in a response. Each finding repeats a whole sentence of up to 600 characters. */
export const maxWordingFindings = 500;

export const WordingRequest = z.strictObject({ text: z.string().max(maxCheckedTextLength) });

export const WordingResponse = z.object({
  /** The first 500 findings in the order of the text. Findings do not overlap. */
  findings: z.array(WordingFinding).max(maxWordingFindings),
  /** Whether the text has more than 500 findings. */
  hasMore: z.boolean(),
  /** The text with every edit applied. */
  reworded: z.string(),
});
export type WordingResponse = z.infer<typeof WordingResponse>;
