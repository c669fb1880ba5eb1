import { assessCause } from '@refrain/analysis/evaluation';
import { type EvalCommandEnvironment, printJson } from '../command-line/context.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { mapToCauses } from './cause-mapping.ts';
import { scoreCauses } from './score-causes.ts';

interface LabelledRecord {
  readonly title: string;
  readonly text: string;
  readonly categories: readonly string[];
}

/** Prints the scores of the predicted causes for each file. Skips records whose categories map to no cause of Refrain. */
export async function measureCauses(paths: readonly string[], context: EvalCommandEnvironment): Promise<void> {
  for (const path of paths) {
    const records = await readAllJsonLines<LabelledRecord>(path);
    const scored = records.flatMap(({ title, text, categories }) => {
      const truth = mapToCauses(categories);
      return truth.length === 0 ? [] : [{ predicted: assessCause({ title, text }).cause, truth }];
    });
    printJson(context, { path, records: scored.length, ...scoreCauses(scored) });
  }
}
