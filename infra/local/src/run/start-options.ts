import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../data-folder.ts';

/** Node's own number of threads that collect garbage beside the one that runs the program. */
const maxCollectors = 4;

/** The script that a process runs, as it is built. */
export function scriptOf(name: string): string {
  return join(projectFolder, 'apps', name, 'bundle/main.js');
}

/** Whose memory grows with all that ever failed, for a grouping and for the index of it: in megabytes, half of the machine's. */
const maxHeap = Math.floor(totalmem() / 2 / 2 ** 20);

/**
 * What Node is told when it runs a process. By itself V8 takes 2 to 4 GB at most, however much there is. The API leaves a processor to
 * the answers: with as many collectors as Node takes by itself, on two processors everyone waits while the heap is gone through.
 */
export function nodeOptionsOf(name: string): readonly string[] {
  const heap = `--max-old-space-size=${maxHeap}`;
  if (name === 'analysis-worker') return [heap];
  if (name !== 'api') return [];
  return [heap, `--v8-pool-size=${Math.max(1, Math.min(maxCollectors, availableParallelism() - 1))}`];
}
