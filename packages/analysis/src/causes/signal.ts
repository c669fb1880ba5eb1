/** A signal other than words for a cause or a trigger. */
export interface Signal<Label extends string> {
  readonly label: Label;
  readonly source: 'kind' | 'paths' | 'steps' | 'caused_by' | 'resolved_by' | 'trigger';
  /** Above 0, on the scale of the lexicon: 3 is a phrase that is hardly used for anything else. */
  readonly score: number;
  /** Evidence for people to read. */
  readonly phrase: string;
}

/** Signals for causes and for triggers. */
export interface Signals<Cause extends string, Trigger extends string> {
  readonly causes: readonly Signal<Cause>[];
  readonly triggers: readonly Signal<Trigger>[];
}
