import type { ImportProblem } from '@refrain/domain';
import type { SkippedRow } from './source.ts';

const maxProblems = 200;
const maxLines = 10;

/** Groups skipped rows by their problem. Further problems are ignored after the first 200. */
export function createProblemGroups() {
  const groups = new Map<string, { example: string | null; rows: number; lines: number[] }>();
  return {
    add({ line, skipped, shared }: SkippedRow): void {
      const problem = shared?.problem ?? skipped;
      const group = groups.get(problem) ?? { example: shared?.example ?? null, rows: 0, lines: [] };
      if (group.rows === 0 && groups.size === maxProblems) return;
      group.rows += 1;
      if (group.lines.length < maxLines) group.lines.push(line);
      groups.set(problem, group);
    },
    /** Returns the problems, the most frequent first. */
    result(): ImportProblem[] {
      const problems = [...groups].map(([problem, group]) => ({ problem, ...group }));
      return problems.sort((a, b) => b.rows - a.rows);
    },
  };
}
