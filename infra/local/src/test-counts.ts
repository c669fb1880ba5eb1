import type { Reporter, TestModule } from 'vitest/node';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Creates a reporter that prints `N passed, N failed` at the end. Unloadable files and errors outside tests count as
 * failed.
 */
function createCountsReporter(): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      const counts = countTests(modules, errors.length);
      // The line is printed when the process exits, because the servers of the global set-up stop later than this hook and may
      // print something.
      process.once('exit', () => process.stdout.write(`${formatTestCounts(counts)}\n`));
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

/** Formats the counts as `12 passed, 0 failed`, with `, 1 skipped` if any was skipped. */
export function formatTestCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

// biome-ignore lint/style/noDefaultExport: vitest takes a reporter from a file's default export
export default createCountsReporter;
