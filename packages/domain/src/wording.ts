import { z } from 'zod';

/** Why a wording blames people instead of describing the system. */
export const WordingKind = z.enum([
  /** An action that people should or could have taken: it did not happen, so it explains nothing. */
  'counterfactual',
  /** Something that people did not do, described as a lapse. */
  'omission',
  /** Knowledge of today presented as obvious then; sarcasm too. */
  'hindsight',
  /** The necessary work presented as easy. */
  'minimising',
  /** A verdict on a person or on their care. */
  'judgement',
  /** A person or their slip as the end of the explanation. */
  'person_as_cause',
  /** Guilt, fault, or the search for who did it. */
  'blame',
  /** A named person as the one who did it. */
  'named_person',
]);
export type WordingKind = z.infer<typeof WordingKind>;

/** The replacement of the text from `start` to `end`, in UTF-16 units. */
export const WordingEdit = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });
export type WordingEdit = z.infer<typeof WordingEdit>;

export const WordingFinding = z.object({
  /** The position of the words in UTF-16 units of the text; `end` is exclusive. */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  /** The words, verbatim. */
  words: z.string(),
  kind: WordingKind,
  /** Why it is a problem, in one sentence. */
  reason: z.string(),
  /** The sentence with the system as its subject, or a question if no safe rewording exists. */
  suggestion: z.string(),
  /** The edit that applies the suggestion; null if it is a question. The edits of one text do not overlap. */
  edit: WordingEdit.nullable(),
});
export type WordingFinding = z.infer<typeof WordingFinding>;

/** In UTF-16 units. */
export const maxCheckedTextLength = 200_000;

/**
 * The maximum number of findings in a response. Each repeats its sentence, of which at most 600 characters are read.
 */
export const maxWordingFindings = 500;

export const WordingQuestion = z.strictObject({ text: z.string().max(maxCheckedTextLength) });

export const WordingResponse = z.object({
  /** The first 500 findings in the order of the text; they do not overlap. */
  findings: z.array(WordingFinding).max(maxWordingFindings),
  /** Whether the text has more findings than are listed. */
  hasMore: z.boolean(),
  /** The text with every edit applied. */
  reworded: z.string(),
});
export type WordingResponse = z.infer<typeof WordingResponse>;
