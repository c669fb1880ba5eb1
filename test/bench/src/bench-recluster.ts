import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Failure } from '@refrain/domain';
import { generateFailures } from './generated-failures.ts';
import type { ReclusterResult } from './recluster-run.ts';

const program = fileURLToPath(new URL('./recluster-run.js', import.meta.url));
/** The smaller run clusters every `part`-th failure, to show how the duration grows with the number of failures. */
const part = 4;
/** Heap limit in megabytes per thousand failures. With this limit, Node.js collects garbage before the process exceeds its memory goal. */
const heapPerThousand = 14;
const minHeap = 1_400;

/** Clusters a quarter of the generated failures, and then all of them, each time in a new process. Reading the failures is not timed. */
export async function benchRecluster(count: number): Promise<object> {
  const report = (line: string) => void process.stderr.write(line);
  const failures = generateFailures(count, report);
  const folder = await mkdtemp(join(tmpdir(), 'refrain-recluster-'));
  try {
    const smaller = await run(
      failures.filter((_, at) => at % part === 0),
      folder,
      report,
    );
    const whole = await run(failures, folder, report);
    return {
      bench: 'recluster',
      ...whole,
      smaller,
      timesTheTime: Math.round((whole.seconds / smaller.seconds) * 100) / 100,
      goal: { seconds: 60, peakMemoryMb: 2_048, timesTheTime: 6 },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function run(
  failures: readonly Failure[],
  folder: string,
  report: (line: string) => void,
): Promise<ReclusterResult> {
  const file = join(folder, `${failures.length}.jsonl`);
  await writeFile(
    file,
    failures.map((failure) => `${JSON.stringify(failure)}\n`),
  );
  report(`Grouping ${failures.length} failures …\n`);
  const heap = Math.max(minHeap, Math.round((failures.length / 1_000) * heapPerThousand));
  // The options with which the analysis worker starts its clustering thread.
  const flags = ['--max-semi-space-size=64', `--max-old-space-size=${heap}`];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program, file]);
  return JSON.parse(stdout) as ReclusterResult;
}
