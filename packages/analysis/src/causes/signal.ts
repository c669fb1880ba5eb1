/** Something besides the words that speaks for a cause or a trigger. */
export interface Signal<Label extends string> {
  readonly label: Label;
  readonly source: 'kind' | 'paths' | 'steps' | 'caused_by' | 'resolved_by' | 'trigger';
  /** Above 0, on the scale of the lexicon: 3 is a phrase that is hardly said of anything else. */
  readonly score: number;
  /** For people to read as evidence. */
  readonly phrase: string;
}

/** Signals of both. */
export interface Signals<Cause extends string, Trigger extends string> {
  readonly causes: readonly Signal<Cause>[];
  readonly triggers: readonly Signal<Trigger>[];
}
