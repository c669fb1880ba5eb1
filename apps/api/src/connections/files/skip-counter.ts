import type { ArchiveRow } from '@refrain/connectors';

const maxProblems = 200;

/** Counts skipped and repeated rows, and collects the reasons of the first skipped ones. */
export function createSkipCounter() {
  const problems: { line: number; reason: string }[] = [];
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
      if (problems.length < maxProblems) problems.push({ line: row.line, reason: row.skipped });
    },
    result: () => ({ repeated, skipped, problems }),
  };
}
