import type { DetailedCauseScore } from '../causes/score-causes-in-detail.ts';

export interface LearningMeasurement {
  /** Duration in seconds of the predictions by cross-validation folds. */
  readonly seconds: number;
  readonly peakMemoryMb: number;
  readonly curve: readonly (DetailedCauseScore & { readonly corrections: number })[];
  readonly inTime: {
    readonly corrections: number;
    readonly records: number;
    readonly before: DetailedCauseScore;
    readonly after: DetailedCauseScore;
  };
}

export function describeLearningCurve({ curve }: Pick<LearningMeasurement, 'curve'>): string {
  const points = curve.map((score) => `${score.corrections}: ${describe(score)}`);
  return `By the number of corrections (macro-F1, accuracy, calibration error): ${points.join('; ')}.`;
}

export function describeLaterRecords({ inTime }: Pick<LearningMeasurement, 'inTime'>): string {
  const { corrections, records, before, after } = inTime;
  return `In time, of the last ${records} that have a date: as shipped ${describe(before)}; after corrections of the ${corrections} before them ${describe(after)}.`;
}

function describe({ macroF1, accuracy, calibrationError }: DetailedCauseScore): string {
  return [macroF1, accuracy, calibrationError].map((value) => value.toFixed(3).replace(/^0\./u, '.')).join(' ');
}
