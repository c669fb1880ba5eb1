import { clusterDocuments } from '@refrain/analysis/evaluation';
import type { PredictionFiles, PredictionResult } from '../command-line/prediction-command.ts';
import { readFailureRecords } from '../records/failure-record.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { scoreClusters } from './score-clusters.ts';

export async function clusterRecords({ input, output }: PredictionFiles): Promise<PredictionResult> {
  const { documents, groups } = await readFailureRecords(input);
  const predicted = clusterDocuments(documents);
  await writeJsonLines(output, predicted);
  const scores =
    groups === null ? null : scoreClusters(predicted.map((item) => ({ ...item, group: groups.get(item.id) ?? null })));
  return { records: documents.length, scores };
}
