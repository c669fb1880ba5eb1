/**
 * Phrases from reliability literature that indicate a cause or trigger, as regular expressions without unbounded
 * repetition. The keys are weights: 3 for phrases that hardly ever mean anything else, 2 for common ones, 1 for hints
 * that need support.
 */
export type Lexicon<Label extends string> = Readonly<
  Partial<Record<Label, Readonly<Partial<Record<1 | 2 | 3, readonly string[]>>>>>
>;
