import { addForecastToBins, computeCalibrationError, createCalibrationBins } from '@refrain/analysis/evaluation';
import type { Cause } from '@refrain/domain';
import { scoreCauses } from './score-causes.ts';

export interface PredictedCause {
  readonly id: string;
  readonly cause: Cause;
  readonly confidence: number;
}

export interface DetailedCauseScore {
  readonly macroF1: number;
  /** F1 over the predictions of all causes together. The prediction `unknown` lowers recall but not precision. */
  readonly microF1: number;
  readonly accuracy: number;
  /** Share of the records for which a cause other than `unknown` is predicted. */
  readonly answered: number;
  /** Expected calibration error in [0, 1] over ten equal bins of the confidence (Guo et al. 2017), for predictions other than `unknown`. */
  readonly calibrationError: number;
  /** Brier score in [0, 1] of the predictions other than `unknown`. */
  readonly brier: number;
}

export function scoreCausesInDetail(
  predicted: readonly PredictedCause[],
  truth: ReadonlyMap<string, readonly Cause[]>,
): DetailedCauseScore {
  const known = predicted.flatMap(({ id, cause, confidence }) => {
    const right = truth.get(id);
    return right === undefined ? [] : [{ predicted: cause, truth: right, confidence, isRight: right.includes(cause) }];
  });
  const { accuracy, macroF1, answered } = scoreCauses(known);
  const answers = known.filter((one) => one.predicted !== 'unknown');
  const right = answers.filter(({ isRight }) => isRight).length;
  return {
    macroF1,
    microF1: known.length === 0 ? 0 : (2 * right) / (answers.length + known.length),
    accuracy,
    answered,
    calibrationError: measureCalibration(answers),
    brier: measureBrier(answers),
  };
}

interface Answer {
  readonly confidence: number;
  readonly isRight: boolean;
}

function measureCalibration(answers: readonly Answer[]): number {
  const calibration = createCalibrationBins();
  for (const { confidence, isRight } of answers) addForecastToBins(calibration, confidence, isRight);
  return computeCalibrationError([calibration]) ?? 0;
}

function measureBrier(answers: readonly Answer[]): number {
  const squares = answers.map(({ confidence, isRight }) => (confidence - (isRight ? 1 : 0)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / Math.max(1, answers.length);
}
