/**
 * Phrases that indicate a cause or a trigger, as parts of regular expressions without unbounded repetition. Weight 3:
 * hardly used for anything else. Weight 2: common. Weight 1: a hint that needs support. They come from public
 * reliability literature; order and wording have no other meaning.
 */
export type Lexicon<Label extends string> = Readonly<
  Partial<Record<Label, Readonly<Partial<Record<1 | 2 | 3, readonly string[]>>>>>
>;
