/** A signal for a cause or a trigger that does not come from a phrase of the text. */
export interface LabelSignal<Label extends string> {
  readonly label: Label;
  readonly source: 'kind' | 'paths' | 'steps' | 'caused_by' | 'resolved_by' | 'trigger';
  /** Positive, on the scale of the lexicon's weights: a strong signal has the score 3. */
  readonly score: number;
  /** Evidence for people to read, such as a path or the name of a failed step. */
  readonly phrase: string;
}

export interface LabelSignals<Cause extends string, Trigger extends string> {
  readonly causes: readonly LabelSignal<Cause>[];
  readonly triggers: readonly LabelSignal<Trigger>[];
}
