import { z } from 'zod';

/** Why a wording makes people, rather than the system, the thing that failed. */
export const WordingKind = z.enum([
  /** What people should or could have done: it did not happen, so it explains nothing. */
  'counterfactual',
  /** What people did not do, told as a lapse. */
  'omission',
  /** As if what is known now had been plain then; sarcasm too. */
  'hindsight',
  /** As if what had to be done had been easy. */
  'minimising',
  /** A verdict on a person or on their care. */
  'judgement',
  /** A person, or their slip, as where the explanation ends. */
  'person_as_cause',
  /** Guilt, fault, or the search for who did it. */
  'blame',
  /** Somebody by name as the one who did it. */
  'named_person',
]);
export type WordingKind = z.infer<typeof WordingKind>;

/** What would stand in the text in place of what stands from `start` to `end` (UTF-16 units of the text). */
export const WordingEdit = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });
export type WordingEdit = z.infer<typeof WordingEdit>;

export const WordingFinding = z.object({
  /** Place of the words, in UTF-16 units of the text; `end` is the first unit after them. */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  /** As they stand in the text. */
  words: z.string(),
  kind: WordingKind,
  /** Why it is a problem, in one sentence. */
  reason: z.string(),
  /** The sentence with the system as its subject; where none can be made safely, a question that leads there. */
  suggestion: z.string(),
  /** How the suggestion is made; null where it is a question. The edits of one text do not overlap. */
  edit: WordingEdit.nullable(),
});
export type WordingFinding = z.infer<typeof WordingFinding>;

/** UTF-16 units. */
export const maxCheckedTextLength = 200_000;

/** Findings that one answer lists. Each repeats its sentence, of which at most 600 characters are read at once. */
export const maxWordingFindings = 500;

export const WordingQuestion = z.strictObject({ text: z.string().max(maxCheckedTextLength) });

export const WordingResponse = z.object({
  /** In the order of the text; they do not overlap. The first 500. */
  findings: z.array(WordingFinding).max(maxWordingFindings),
  /** Whether the text has more findings than are listed. */
  hasMore: z.boolean(),
  /** The text with every edit made. */
  reworded: z.string(),
});
export type WordingResponse = z.infer<typeof WordingResponse>;
