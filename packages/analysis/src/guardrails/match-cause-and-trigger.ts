import { Cause, type Guardrail, type Pattern, type Span, Trigger } from '@refrain/domain';

/** Probabilities of causes and triggers. Each map sums to 1; the share of "unknown" is spread evenly over all keys. */
export interface CauseTriggerProbabilities {
  readonly causes: ReadonlyMap<Cause, number>;
  readonly triggers: ReadonlyMap<Trigger, number>;
}

export interface CauseTriggerMatch {
  /** Probability that the guardrail addresses the pattern's cause and trigger together */
  readonly match: number;
  /** Share of failures that the guardrail would prevent, as a mean over the probable causes and triggers */
  readonly share: Span;
}

/** Assumed confidence of a cause or trigger if the assessment states none */
const defaultConfidence = 0.5;

export function estimateCauseTriggerProbabilities({
  cause,
  trigger,
  causes,
  triggers,
}: Pick<Pattern, 'cause' | 'trigger' | 'causes' | 'triggers'>): CauseTriggerProbabilities {
  return {
    causes: spread(
      Cause.options.filter((one) => one !== 'unknown'),
      (causes ?? [{ cause, confidence: defaultConfidence }]).map(({ cause: label, confidence }) => [label, confidence]),
    ),
    triggers: spread(
      Trigger.options.filter((one) => one !== 'unknown'),
      (triggers ?? [{ trigger, confidence: defaultConfidence }]).map(({ trigger: label, confidence }) => [
        label,
        confidence,
      ]),
    ),
  };
}

function spread<Label extends string>(
  labels: readonly Label[],
  named: readonly (readonly [Label, number])[],
): ReadonlyMap<Label, number> {
  const known = named.filter(([label]) => labels.includes(label));
  const sum = known.reduce((total, [, confidence]) => total + confidence, 0);
  // The confidences may sum to more than 1, because each is the highest confidence that any failure has in its cause or
  // trigger.
  const scale = Math.max(1, sum);
  const rest = (1 - sum / scale) / labels.length;
  const probabilities = new Map(labels.map((label) => [label, rest]));
  for (const [label, confidence] of known)
    probabilities.set(label, (probabilities.get(label) ?? 0) + confidence / scale);
  return probabilities;
}

/** Computes the probability that a guardrail addresses cause and trigger, as if the two were independent. */
export function matchCauseAndTrigger(
  { answers }: Pick<Guardrail, 'answers'>,
  { causes, triggers }: CauseTriggerProbabilities,
): CauseTriggerMatch {
  let match = 0;
  let low = 0;
  let high = 0;
  for (const [cause, ofCause] of causes) {
    for (const [trigger, ofTrigger] of triggers) {
      const share = findShare(answers, cause, trigger);
      if (share === null) continue;
      const probability = ofCause * ofTrigger;
      match += probability;
      low += probability * share.low;
      high += probability * share.high;
    }
  }
  if (match > 0) return { match: Math.min(1, match), share: { low: low / match, high: high / match } };
  const mean = (end: 'low' | 'high') => answers.reduce((sum, { share }) => sum + share[end], 0) / answers.length;
  return { match: 0, share: { low: mean('low'), high: mean('high') } };
}

/**
 * Returns the share that the guardrail prevents of the failures with a given cause and trigger; null if the guardrail
 * does not address the two together. Of several entries of `answers`, the one with the highest share counts.
 */
function findShare(answers: Guardrail['answers'], cause: string, trigger: string): Span | null {
  const fitting = answers.filter(
    (answer) => answer.causes.some((one) => one === cause) && answer.triggers.some((one) => one === trigger),
  );
  return fitting.reduce<Span | null>(
    (best, { share }) => (best === null || share.low + share.high > best.low + best.high ? share : best),
    null,
  );
}
