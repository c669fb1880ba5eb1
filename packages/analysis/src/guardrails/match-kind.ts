import { Cause, type Guardrail, type LikelyCause, type LikelyTrigger, type Span, Trigger } from '@refrain/domain';

export interface KindWeights {
  /** From cause to its chance; together 1, what is not known is spread over all. */
  readonly causes: ReadonlyMap<Cause, number>;
  readonly triggers: ReadonlyMap<Trigger, number>;
}

export interface KindMatch {
  /** Chance that cause and trigger are among those that the guardrail answers. */
  readonly match: number;
  /** Mean of the shares of the answered kinds, each by its chance. */
  readonly share: Span;
}

export interface AssessedKind {
  readonly cause: Cause;
  readonly trigger: Trigger;
  readonly causes?: readonly Pick<LikelyCause, 'cause' | 'confidence'>[] | undefined;
  readonly triggers?: readonly Pick<LikelyTrigger, 'trigger' | 'confidence'>[] | undefined;
}

/** Chance of a cause that was named without saying how surely. */
const unsaid = 0.5;

/** How likely each cause and each trigger is. */
export function weighKinds({ cause, trigger, causes, triggers }: AssessedKind): KindWeights {
  return {
    causes: spread(
      Cause.options.filter((one) => one !== 'unknown'),
      (causes ?? [{ cause, confidence: unsaid }]).map(({ cause: label, confidence }) => [label, confidence]),
    ),
    triggers: spread(
      Trigger.options.filter((one) => one !== 'unknown'),
      (triggers ?? [{ trigger, confidence: unsaid }]).map(({ trigger: label, confidence }) => [label, confidence]),
    ),
  };
}

function spread<Label extends string>(
  labels: readonly Label[],
  told: readonly (readonly [Label, number])[],
): ReadonlyMap<Label, number> {
  const known = told.filter(([label]) => labels.includes(label));
  const sum = known.reduce((total, [, confidence]) => total + confidence, 0);
  // More than 1 together: each is as sure as its surest failure, and failures differ.
  const scale = Math.max(1, sum);
  const left = (1 - sum / scale) / labels.length;
  const probabilities = new Map(labels.map((label) => [label, left]));
  for (const [label, confidence] of known)
    probabilities.set(label, (probabilities.get(label) ?? 0) + confidence / scale);
  return probabilities;
}

/** How well the kinds that a guardrail answers match what a pattern likely is. Cause and trigger are taken as independent. */
export function matchKind({ answers }: Pick<Guardrail, 'answers'>, { causes, triggers }: KindWeights): KindMatch {
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

/** Of a kind that is answered twice, the greater share. */
function findShare(answers: Guardrail['answers'], cause: string, trigger: string): Span | null {
  const fitting = answers.filter(
    (answer) => answer.causes.some((one) => one === cause) && answer.triggers.some((one) => one === trigger),
  );
  return fitting.reduce<Span | null>(
    (best, { share }) => (best === null || share.low + share.high > best.low + best.high ? share : best),
    null,
  );
}
