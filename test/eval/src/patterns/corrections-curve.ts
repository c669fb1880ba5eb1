import type { PatternMistakeKind } from './find-mistakes.ts';
import type { UncorrectedFailureScore } from './score-uncorrected-failures.ts';

/** Scores after a number of corrections: one point of the learning curve. */
export interface ScoreAfterCorrections extends UncorrectedFailureScore, Readonly<Record<PatternMistakeKind, number>> {
  /** Number of requested decisions; fewer were made if no mistake was left. */
  readonly decisions: number;
  readonly patterns: number;
}

const columns: readonly {
  readonly key: keyof ScoreAfterCorrections;
  readonly title: string;
  readonly digits: number;
}[] = [
  { key: 'decisions', title: 'decisions', digits: 0 },
  { key: 'merge', title: 'merges', digits: 1 },
  { key: 'move', title: 'moves', digits: 1 },
  { key: 'split', title: 'splits', digits: 1 },
  { key: 'patterns', title: 'patterns', digits: 0 },
  { key: 'touched', title: 'touched', digits: 0 },
  { key: 'allF1', title: 'F1 all', digits: 3 },
  { key: 'untouchedF1', title: 'untouched', digits: 3 },
  { key: 'untouchedBeforeF1', title: '(before)', digits: 3 },
  { key: 'aroundF1', title: 'among them', digits: 3 },
  { key: 'aroundBeforeF1', title: '(before)', digits: 3 },
];

/** Returns the mean scores of several curves, by number of decisions. All curves must have the same numbers of decisions. */
export function averageCurves(curves: readonly (readonly ScoreAfterCorrections[])[]): ScoreAfterCorrections[] {
  return (curves[0] ?? []).map((first, at) => {
    const mean = (key: keyof ScoreAfterCorrections) =>
      curves.reduce((sum, curve) => sum + (curve[at]?.[key] ?? 0), 0) / curves.length;
    return { ...first, ...Object.fromEntries(columns.map(({ key }) => [key, mean(key)])) };
  });
}

export function formatCorrectionsCurve(curve: readonly ScoreAfterCorrections[]): string {
  const rows = [
    columns.map(({ title }) => title),
    ...curve.map((score) => columns.map(({ key, digits }) => score[key].toFixed(digits).replace(/^0\./u, '.'))),
  ];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n');
}

export function describeCorrections(curve: readonly ScoreAfterCorrections[]): string {
  const write = (value: number) => value.toFixed(3).replace(/^0\./u, '.');
  const points = curve.map(
    ({ decisions, allF1, aroundF1, aroundBeforeF1 }) =>
      `${decisions}: ${write(allF1)}, ${write(aroundF1)} (${write(aroundBeforeF1)})`,
  );
  return `By the number of corrections (at most: it ends where nothing is wrong), B³ F1 of all, and of those that none named among themselves (the same before): ${points.join('; ')}.`;
}
