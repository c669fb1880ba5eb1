import { createSimilarityIndex, normalise, scoreSimilar } from '@refrain/analysis';
import type { EvalFiles, EvalResult } from './eval-task.ts';
import { readFailureRecords } from './failure-record.ts';
import { writeJsonLines } from './write-json-lines.ts';

const neighbourCount = 20;
const scoreDigits = 1e6;

/** Writes for each record the 20 most similar others, best first. */
export async function evalSimilar({ input, output }: EvalFiles): Promise<EvalResult> {
  const { documents, groups } = await readFailureRecords(input);
  const index = createSimilarityIndex(documents.map(normalise));
  const predicted = documents.map(({ id }) => ({
    id,
    neighbours: index
      .neighbours(id, neighbourCount)
      .map((neighbour) => ({ id: neighbour.id, score: Math.round(neighbour.score * scoreDigits) / scoreDigits })),
  }));
  await writeJsonLines(output, predicted);
  return { records: documents.length, scores: groups === null ? null : scoreSimilar(predicted, groups) };
}
