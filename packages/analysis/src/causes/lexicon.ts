/**
 * Phrases from reliability literature that indicate a cause or trigger, as regular expressions without unbounded
 * repetition, by weight: 3 is hardly used for anything else, 2 is common, 1 is a hint that needs support.
 */
export type Lexicon<Label extends string> = Readonly<
  Partial<Record<Label, Readonly<Partial<Record<1 | 2 | 3, readonly string[]>>>>>
>;
