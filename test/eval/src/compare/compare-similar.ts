import { readAllJsonLines } from '../records/read-json-lines.ts';
import {
  type NeighbourList,
  type SimilarRecordsScore,
  scoreSimilarRecords,
} from '../similarity/score-similar-records.ts';
import type { ComparedMethodRun, ComparedMethods } from './compared-methods.ts';
import type { DataFile } from './data-file.ts';
import { createShareFigure, processCostFigures } from './figures.ts';
import { listComparisonGoals } from './goals.ts';
import type { FigureValues, MeasuredMethod, MethodComparison } from './method-comparison.ts';
import { scoreEarlierNeighbours } from './score-in-time.ts';
import { similarBaselines } from './similar-baselines.ts';

interface TimedNeighbours extends NeighbourList {
  readonly earlier: NeighbourList['neighbours'];
}

/**
 * Compares how well Refrain and the baselines answer "have we seen this before?", once with a search of all records and once with a search
 * of only earlier records.
 */
export async function compareSimilar(data: DataFile, methods: ComparedMethods): Promise<MethodComparison> {
  const groups = new Map(data.records.map(({ id, group }) => [id, group]));
  const measured = (
    method: string,
    run: ComparedMethodRun<NeighbourList>,
    earlier: readonly NeighbourList[],
  ): MeasuredMethod => ({
    method,
    values: {
      ...prefix('', scoreSimilarRecords(run.predicted, groups)),
      ...prefix('earlier', scoreEarlierNeighbours(earlier, data.records)),
      seconds: run.seconds,
      peakMemoryMb: run.peakMemoryMb,
    },
  });
  const run = await methods.runProduct<NeighbourList>('similar', data.path);
  const earlierPath = `${methods.folder}/earlier.jsonl`;
  await methods.runMeasure(['earlier', '--input', data.path, '--output', earlierPath]);
  const product = [measured('refrain', run, await readAllJsonLines(earlierPath))];
  const rows: MeasuredMethod[] = [];
  for (const method of similarBaselines) {
    const own = await methods.runBaseline<TimedNeighbours>('similar', method, data.path);
    const earlier = own.predicted.map(({ id, earlier: neighbours }) => ({ id, neighbours }));
    rows.push(measured(method, own, earlier));
  }
  return {
    task: 'similar',
    data: data.name,
    records: data.records.length,
    product,
    baselines: rows,
    figures: [
      createShareFigure('recallAt1', '@1'),
      createShareFigure('recallAt5', '@5'),
      createShareFigure('recallAt10', '@10'),
      createShareFigure('meanReciprocalRank', 'MRR'),
      createShareFigure('earlierRecallAt1', 'time @1'),
      createShareFigure('earlierRecallAt5', 'time @5'),
      createShareFigure('earlierRecallAt10', 'time @10'),
      createShareFigure('earlierMeanReciprocalRank', 'time MRR'),
      ...processCostFigures,
    ],
    goals: listComparisonGoals('similar', data.name),
    notes: [
      'time: over records whose twin is earlier, answered from the records that were created before them.',
      'How rare a word is counts over the whole file, for both sides.',
    ],
  };
}

function prefix(word: string, score: SimilarRecordsScore | null): FigureValues {
  if (score === null) return {};
  const { scored: _, ...figures } = score;
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [
      word === '' ? key : `${word}${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      value,
    ]),
  );
}
