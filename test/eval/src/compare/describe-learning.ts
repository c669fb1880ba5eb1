import type { FullCauseScore } from '../causes/score-causes-fully.ts';

export interface MeasuredLearning {
  /** Duration in seconds of the predictions by cross-validation folds. */
  readonly seconds: number;
  readonly peakMemoryMb: number;
  readonly curve: readonly (FullCauseScore & { readonly corrections: number })[];
  readonly inTime: {
    readonly corrections: number;
    readonly records: number;
    readonly before: FullCauseScore;
    readonly after: FullCauseScore;
  };
}

export function describeLearningCurve({ curve }: Pick<MeasuredLearning, 'curve'>): string {
  const points = curve.map((score) => `${score.corrections}: ${describe(score)}`);
  return `By the number of corrections (macro-F1, accuracy, calibration error): ${points.join('; ')}.`;
}

export function describeLaterRecords({ inTime }: Pick<MeasuredLearning, 'inTime'>): string {
  const { corrections, records, before, after } = inTime;
  return `In time, of the last ${records} that have a date: as shipped ${describe(before)}; after corrections of the ${corrections} before them ${describe(after)}.`;
}

function describe({ macroF1, accuracy, calibrationError }: FullCauseScore): string {
  return [macroF1, accuracy, calibrationError].map((value) => value.toFixed(3).replace(/^0\./u, '.')).join(' ');
}
