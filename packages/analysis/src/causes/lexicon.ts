/**
 * Phrases that speak for a cause or a trigger, as parts of regular expressions without unbounded repetition.
 * Weight 3: hardly said of anything else. Weight 2: usual. Weight 1: a hint that needs company.
 * Written from public reliability literature; order and wording carry no other meaning.
 */
export type Lexicon<Label extends string> = Readonly<
  Partial<Record<Label, Readonly<Partial<Record<1 | 2 | 3, readonly string[]>>>>>
>;
