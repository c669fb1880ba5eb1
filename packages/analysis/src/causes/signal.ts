/** A signal for a cause or a trigger other than phrases of the text. */
export interface Signal<Label extends string> {
  readonly label: Label;
  readonly source: 'kind' | 'paths' | 'steps' | 'caused_by' | 'resolved_by' | 'trigger';
  /** Positive, on the lexicon's scale; 3 is a strong signal. */
  readonly score: number;
  /** Evidence for people to read, such as a path or the name of a step. */
  readonly phrase: string;
}

export interface Signals<Cause extends string, Trigger extends string> {
  readonly causes: readonly Signal<Cause>[];
  readonly triggers: readonly Signal<Trigger>[];
}
