import { groupDocuments, scoreClusters } from '@refrain/analysis';
import type { EvalFiles, EvalResult } from './eval-task.ts';
import { readFailureRecords } from './failure-record.ts';
import { writeJsonLines } from './write-json-lines.ts';

/** Writes for each record the pattern that it is in, or null. */
export async function evalCluster({ input, output }: EvalFiles): Promise<EvalResult> {
  const { documents, groups } = await readFailureRecords(input);
  const predicted = groupDocuments(documents);
  await writeJsonLines(output, predicted);
  const scores =
    groups === null ? null : scoreClusters(predicted.map((item) => ({ ...item, group: groups.get(item.id) ?? null })));
  return { records: documents.length, scores };
}
