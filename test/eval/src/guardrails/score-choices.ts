import type { Cause, GuardrailChoice, Trigger } from '@refrain/domain';
import { acceptable } from './acceptable.ts';

/** What was chosen for a pattern whose truth is known. */
export interface JudgedChoice {
  /** Id of the true pattern: its theme. */
  readonly theme: string;
  readonly cause: Cause;
  readonly trigger: Trigger;
  readonly choice: GuardrailChoice;
}

export interface ChoiceScore {
  readonly patterns: number;
  /** Share of the patterns for which something is recommended. */
  readonly answered: number;
  /** Share whose first, or one of whose first three, an engineer who knows the theme would accept. */
  readonly hitAt1: number;
  readonly hitAt3: number;
  /** Share whose first, or one of whose first three, answers the true cause with the true trigger; of known triggers. */
  readonly kindAt1: number;
  readonly kindAt3: number;
  /** Mean confidence of the first, beside the share of these that are acceptable; and the expected calibration error, in ten bins. */
  readonly confidence: number;
  readonly rightOfAnswered: number;
  readonly ece: number;
}

export function scoreChoices(judged: readonly JudgedChoice[]): ChoiceScore {
  const among = (count: number, isRight: (id: string, one: JudgedChoice) => boolean, of = judged) =>
    shareOf(of, (one) => one.choice.recommendations.slice(0, count).some(({ guardrail: { id } }) => isRight(id, one)));
  const isAcceptable = (id: string, { theme }: JudgedChoice) => acceptable[theme]?.includes(id) === true;
  const answersKind = (id: string, { cause, trigger, choice }: JudgedChoice) =>
    choice.recommendations
      .find(({ guardrail }) => guardrail.id === id)
      ?.guardrail.answers.some(
        ({ causes, triggers }) => causes.some((one) => one === cause) && triggers.some((one) => one === trigger),
      ) === true;
  const known = judged.filter(({ trigger }) => trigger !== 'unknown');
  const answered = judged.filter(({ choice }) => choice.recommendations.length > 0);
  const sum = answered.reduce((total, { choice }) => total + (choice.recommendations[0]?.confidence ?? 0), 0);
  return {
    patterns: judged.length,
    answered: shareOf(judged, ({ choice }) => choice.recommendations.length > 0),
    hitAt1: among(1, isAcceptable),
    hitAt3: among(3, isAcceptable),
    kindAt1: among(1, answersKind, known),
    kindAt3: among(3, answersKind, known),
    confidence: round(sum / Math.max(1, answered.length)),
    rightOfAnswered: among(1, isAcceptable, answered),
    ece: round(calibrationError(answered, (one) => among(1, isAcceptable, [one]) === 1)),
  };
}

function calibrationError(answered: readonly JudgedChoice[], isRight: (one: JudgedChoice) => boolean): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const one of answered) {
    const confidence = one.choice.recommendations[0]?.confidence ?? 0;
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (bin === undefined) continue;
    bin.confidence += confidence;
    bin.right += isRight(one) ? 1 : 0;
  }
  return (
    bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / Math.max(1, answered.length)
  );
}

function shareOf<T>(values: readonly T[], isIn: (value: T) => boolean): number {
  return round(values.filter(isIn).length / Math.max(1, values.length));
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
