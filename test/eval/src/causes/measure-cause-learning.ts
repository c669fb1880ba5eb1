import { readAllJsonLines } from '../records/read-json-lines.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { predictAfterCorrections, predictByFolds, type RecordWithCause, splitByDate } from './learn-causes.ts';
import { type DetailedCauseScore, scoreCausesInDetail } from './score-causes-in-detail.ts';

const counts = [0, 25, 50, 100, 200];
const draws = [0, 1, 2, 3, 4];

export interface MeasureCauseLearningOptions {
  readonly input: string;
  readonly output?: string | undefined;
}

/**
 * Scores predicted causes after different numbers of corrections. Also scores the later records with and without corrections of the earlier
 * records.
 */
export async function measureCauseLearning({ input, output }: MeasureCauseLearningOptions) {
  const records = await readAllJsonLines<RecordWithCause>(input);
  const truth = new Map(records.map(({ id, cause }) => [id, cause]));
  const startedAt = performance.now();
  const predicted = predictByFolds(records);
  const seconds = (performance.now() - startedAt) / 1_000;
  if (output !== undefined) await writeJsonLines(output, predicted);
  const { earlier, later } = splitByDate(records, 0.7);
  return {
    records: records.length,
    seconds,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
    curve: counts.map((corrections) => ({
      corrections,
      ...mean(
        (corrections === 0 ? [0] : draws).map((seed) =>
          scoreCausesInDetail(predictByFolds(records, corrections, seed), truth),
        ),
      ),
    })),
    inTime: {
      corrections: earlier.length,
      records: later.length,
      before: scoreCausesInDetail(predictAfterCorrections([], later), truth),
      after: scoreCausesInDetail(predictAfterCorrections(earlier, later), truth),
    },
  };
}

function mean(scores: readonly DetailedCauseScore[]): Record<string, number> {
  const keys = Object.keys(scores[0] ?? {}) as (keyof DetailedCauseScore)[];
  return Object.fromEntries(
    keys.map((key) => [key, scores.reduce((sum, score) => sum + score[key], 0) / Math.max(1, scores.length)]),
  );
}
