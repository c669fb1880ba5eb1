import { type ArchiveRow, createProblemGroups } from '@refrain/connectors';

/** Counts skipped and repeated rows, and groups the skipped rows by their problem. */
export function createSkipCounter() {
  const problems = createProblemGroups();
  let skipped = 0;
  let repeated = 0;
  return {
    count(row: ArchiveRow): void {
      if (!('skipped' in row)) return;
      if (row.repeated) {
        repeated += 1;
        return;
      }
      skipped += 1;
      problems.add(row);
    },
    result: () => ({ repeated, skipped, problems: problems.result() }),
  };
}
