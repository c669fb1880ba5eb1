import { basename, extname } from 'node:path';
import { AppError, type Cause } from '@refrain/domain';
import { mapToCauses } from '../causes/cause-mapping.ts';
import { type DetailedCauseScore, type PredictedCause, scoreCausesInDetail } from '../causes/score-causes-in-detail.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import type { ComparedMethodRun, ComparedMethods } from './compared-methods.ts';
import { createShareFigure, processCostFigures } from './figures.ts';
import type { MeasuredMethod, MethodComparison } from './method-comparison.ts';

interface LearningMeasurement {
  /** Duration in seconds of the cross-validation. */
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

interface PublishedRecord {
  readonly id: string | number;
  readonly title?: string | null;
  readonly text?: string | null;
  readonly categories?: readonly string[];
  readonly start?: string | null;
}

export interface LabelledRecord {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** True causes of the record: at least one, never `unknown`. */
  readonly cause: readonly Cause[];
  readonly start: string | null;
}

/** A prediction of a baseline, with the number of the fold in which the record was tested. */
type FoldedCause = PredictedCause & { readonly fold: number };

const baselines = ['logistic-regression'];
/** Goal: the macro-averaged F1 of Refrain exceeds that of the best baseline by at least this much. */
const lead = 0.08;

export async function compareCause(paths: readonly string[], methods: ComparedMethods): Promise<MethodComparison> {
  const files = await Promise.all(
    paths.map(async (path) =>
      labelRecordsWithCauses(await readAllJsonLines<PublishedRecord>(path), basename(path, extname(path))),
    ),
  );
  const records = files.flat();
  if (records.length === 0)
    throw new AppError(
      'invalid_input',
      `${paths.join(', ')} has no category that maps to a known cause. Add a rule to cause-mapping.ts.`,
    );
  const input = `${methods.folder}/causes.jsonl`;
  await writeJsonLines(input, records);
  const truth = new Map(records.map(({ id, cause }) => [id, cause]));
  const measured = (
    method: string,
    { predicted, seconds, peakMemoryMb }: ComparedMethodRun<PredictedCause>,
  ): MeasuredMethod => ({
    method,
    values: { ...scoreCausesInDetail(predicted, truth), seconds, peakMemoryMb },
  });
  const shipped = measured('refrain as shipped', await methods.runProduct('cause', input));
  const rows: MeasuredMethod[] = [];
  let folds: ReadonlyMap<string, number> = new Map();
  for (const method of baselines) {
    const run = await methods.runBaseline<FoldedCause>('cause', method, input);
    folds = new Map(run.predicted.map(({ id, fold }) => [id, fold]));
    rows.push(measured(method, run));
  }
  const learning = await measureLearning(records, folds, methods);
  const learnt = measured('refrain after corrections', learning.run);
  const best = Math.max(...rows.flatMap(({ values }) => values.macroF1 ?? []));
  return {
    task: 'cause',
    data: paths.map((path) => basename(path)).join(' + '),
    records: records.length,
    product: [shipped, learnt],
    baselines: rows,
    goals: [{ figure: 'macroF1', value: best + lead }],
    figures: [
      createShareFigure('macroF1', 'macro-F1'),
      createShareFigure('microF1', 'micro-F1'),
      createShareFigure('accuracy', 'accuracy'),
      { key: 'answered', title: 'answered', better: null, digits: 3 },
      { key: 'calibrationError', title: 'calibration error', better: 'less', digits: 3 },
      { key: 'brier', title: 'Brier', better: 'less', digits: 3 },
      ...processCostFigures,
    ],
    notes: [
      'The baseline is trained on four fifths of these labels and scored on the other, five times; after corrections, the',
      'product is too, on the same fifths, as if a person had corrected each record by itself. As shipped it sees none of them.',
      describeLearningCurve(learning.printed),
      describeLaterRecords(learning.printed),
    ],
  };
}

/**
 * Runs Refrain in a separate process. Before it predicts the cause of a record, it learns the true causes of the records in the other
 * folds.
 */
async function measureLearning(
  records: readonly LabelledRecord[],
  folds: ReadonlyMap<string, number>,
  methods: ComparedMethods,
): Promise<{ run: ComparedMethodRun<PredictedCause>; printed: LearningMeasurement }> {
  const input = `${methods.folder}/causes-in-folds.jsonl`;
  const output = `${methods.folder}/causes-learnt.jsonl`;
  await writeJsonLines(
    input,
    records.map((record) => ({ ...record, fold: folds.get(record.id) ?? 0 })),
  );
  const printed = (await methods.runMeasure([
    'learning',
    '--input',
    input,
    '--output',
    output,
  ])) as unknown as LearningMeasurement;
  const { seconds, peakMemoryMb } = printed;
  return { run: { predicted: await readAllJsonLines<PredictedCause>(output), seconds, peakMemoryMb }, printed };
}

/** Returns the records whose categories map to a cause of Refrain, with ids that are unique across files. */
export function labelRecordsWithCauses(records: readonly PublishedRecord[], file: string): LabelledRecord[] {
  return records.flatMap(({ id, title, text, categories, start }) => {
    const cause = [...new Set(mapToCauses(categories ?? []))];
    return cause.length === 0
      ? []
      : [{ id: `${file} ${id}`, title: title ?? '', text: text ?? '', cause, start: start ?? null }];
  });
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
