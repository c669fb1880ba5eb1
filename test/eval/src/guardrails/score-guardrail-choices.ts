import { addForecastToBins, computeCalibrationError, createCalibrationBins } from '@refrain/analysis/evaluation';
import type { Cause, PatternGuardrails, Trigger } from '@refrain/domain';
import { round } from '../figures/round.ts';
import { acceptableGuardrails } from './acceptable-guardrails.ts';

const digits = 3;

export interface JudgedGuardrailChoice {
  /** Id of the true pattern, which is also the id of its theme. */
  readonly theme: string;
  readonly cause: Cause;
  readonly trigger: Trigger;
  readonly choice: PatternGuardrails;
}

export interface GuardrailChoiceScore {
  readonly patterns: number;
  readonly answered: number;
  /** Share of all patterns whose first guardrail is acceptable. */
  readonly hitAt1: number;
  /** Share of all patterns with an acceptable guardrail among the first three. */
  readonly hitAt3: number;
  /** Share of the patterns with a known trigger whose first guardrail is for the true cause and trigger. */
  readonly kindAt1: number;
  /** Share of the patterns with a known trigger for which one of the first three guardrails is for the true cause and trigger. */
  readonly kindAt3: number;
  /** Mean confidence of the first guardrail. */
  readonly confidence: number;
  /** Among the patterns with at least one guardrail: share whose first guardrail is acceptable. */
  readonly precisionOfAnswered: number;
  readonly ece: number;
}

export function scoreGuardrailChoices(judged: readonly JudgedGuardrailChoice[]): GuardrailChoiceScore {
  const among = (count: number, isRight: (id: string, one: JudgedGuardrailChoice) => boolean, of = judged) =>
    shareOf(of, (one) => one.choice.recommendations.slice(0, count).some(({ guardrail: { id } }) => isRight(id, one)));
  const matchesKind = (id: string, { cause, trigger, choice }: JudgedGuardrailChoice) =>
    choice.recommendations
      .find(({ guardrail }) => guardrail.id === id)
      ?.guardrail.answers.some(
        ({ causes, triggers }) => causes.some((one) => one === cause) && triggers.some((one) => one === trigger),
      ) === true;
  const known = judged.filter(({ trigger }) => trigger !== 'unknown');
  const answered = judged.filter(({ choice }) => choice.recommendations.length > 0);
  const sum = answered.reduce((total, { choice }) => total + (choice.recommendations[0]?.confidence ?? 0), 0);
  const calibration = createCalibrationBins();
  for (const one of answered)
    addForecastToBins(calibration, one.choice.recommendations[0]?.confidence ?? 0, among(1, isAcceptable, [one]) === 1);
  return {
    patterns: judged.length,
    answered: shareOf(judged, ({ choice }) => choice.recommendations.length > 0),
    hitAt1: among(1, isAcceptable),
    hitAt3: among(3, isAcceptable),
    kindAt1: among(1, matchesKind, known),
    kindAt3: among(3, matchesKind, known),
    confidence: round(sum / Math.max(1, answered.length), digits),
    precisionOfAnswered: among(1, isAcceptable, answered),
    ece: round(computeCalibrationError([calibration]) ?? 0, digits),
  };
}

const minFits = [0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

/** Scores the first guardrails whose fit is at least a minimum, for several minimums. */
export function scoreByMinFit(judged: readonly JudgedGuardrailChoice[]) {
  return minFits.map((minFit) => {
    const answered = judged.filter(({ choice }) => (choice.recommendations[0]?.arithmetic.fit ?? 0) >= minFit);
    return {
      minFit,
      answered: round(answered.length / Math.max(1, judged.length), digits),
      precision: shareOf(answered, (one) => isAcceptable(one.choice.recommendations[0]?.guardrail.id, one)),
    };
  });
}

function isAcceptable(id: string | undefined, { theme }: JudgedGuardrailChoice): boolean {
  return id !== undefined && acceptableGuardrails[theme]?.includes(id) === true;
}

function shareOf<T>(values: readonly T[], isIn: (value: T) => boolean): number {
  return round(values.filter(isIn).length / Math.max(1, values.length), digits);
}
