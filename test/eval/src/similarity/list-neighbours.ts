import { createSimilarityIndex, normaliseDocument } from '@refrain/analysis/evaluation';
import type { PredictionFiles, PredictionResult } from '../command-line/prediction-command.ts';
import { round } from '../figures/round.ts';
import { readFailureRecords } from '../records/failure-record.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { scoreSimilarRecords } from './score-similar-records.ts';

const neighbourCount = 20;
const scoreDigits = 6;

export async function listNeighbours({ input, output }: PredictionFiles): Promise<PredictionResult> {
  const { documents, groups } = await readFailureRecords(input);
  const index = createSimilarityIndex(documents.map(normaliseDocument));
  const predicted = documents.map(({ id }) => ({
    id,
    neighbours: index
      .neighbours(id, neighbourCount)
      .map((neighbour) => ({ id: neighbour.id, score: round(neighbour.score, scoreDigits) })),
  }));
  await writeJsonLines(output, predicted);
  return { records: documents.length, scores: groups === null ? null : scoreSimilarRecords(predicted, groups) };
}
