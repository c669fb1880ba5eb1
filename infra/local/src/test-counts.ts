import type { Reporter, TestModule } from 'vitest/node';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * A reporter whose one line, `N passed, N failed`, is the last of the run. A file that cannot be loaded and an error outside
 * of any test count as one failure each.
 */
function createCountsReporter(): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      const counts = countTests(modules, errors.length);
      // Servers of the global set-up are still to be stopped, which may print: only at the exit is a line the last one.
      process.once('exit', () => process.stdout.write(`${formatCounts(counts)}\n`));
    },
  };
}

function countTests(modules: readonly TestModule[], errors: number): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()]).map((test) => test.result().state);
  const broken = modules.filter((module) => module.errors().length > 0 && module.state() === 'failed').length;
  const count = (state: string) => tests.filter((found) => found === state).length;
  return {
    passed: count('passed'),
    failed: count('failed') + broken + errors,
    skipped: count('skipped') + count('pending'),
  };
}

/** `12 passed, 0 failed`, and `, 1 skipped` where any was. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

// biome-ignore lint/style/noDefaultExport: vitest takes a reporter from a file's default export
export default createCountsReporter;
