import { share } from '../figures/round.ts';

export interface CauseScores {
  /** Share of the records whose predicted cause is right, in [0, 1]. */
  readonly accuracy: number;
  readonly macroF1: number;
  /** Share of the records for which a cause other than `unknown` is predicted. */
  readonly answered: number;
  /** Share of right predictions among the predictions other than `unknown`. */
  readonly accuracyAnswered: number;
}

/** Scores predicted causes or triggers against the truth. A record may have several true causes. Empty input scores 0. */
export function scoreCauses(
  records: readonly { readonly predicted: string; readonly truth: readonly string[] }[],
): CauseScores {
  const counts = new Map<string, { hit: number; predicted: number; actual: number }>();
  const countOf = (cause: string) => {
    const count = counts.get(cause) ?? { hit: 0, predicted: 0, actual: 0 };
    counts.set(cause, count);
    return count;
  };
  let right = 0;
  let answered = 0;
  for (const { predicted, truth } of records) {
    const isRight = truth.includes(predicted);
    const counted = isRight ? predicted : truth[0];
    countOf(predicted).predicted += 1;
    if (counted !== undefined) countOf(counted).actual += 1;
    if (isRight) countOf(predicted).hit += 1;
    if (isRight) right += 1;
    if (predicted !== 'unknown') answered += 1;
  }
  const rightAnswered = right - (counts.get('unknown')?.hit ?? 0);
  const f1 = [...counts.values()]
    .filter(({ actual }) => actual > 0)
    .map(({ hit, predicted, actual }) => (2 * hit) / (predicted + actual));
  return {
    accuracy: share(right, records.length),
    macroF1: share(
      f1.reduce((sum, value) => sum + value, 0),
      f1.length,
    ),
    answered: share(answered, records.length),
    accuracyAnswered: share(rightAnswered, answered),
  };
}
