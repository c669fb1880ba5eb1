import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../data-folder-paths.ts';

/** Helper threads that V8 uses at most by default for garbage collection. */
const maxCollectors = 4;

export function findProcessScript(name: string): string {
  return join(projectFolder, 'apps', name, 'bundle/main.js');
}

/** Heap limit in megabytes: half the machine's memory. Clustering and the search index need memory for each failure. */
const maxHeap = Math.floor(totalmem() / 2 / 2 ** 20);

/**
 * Returns the Node options of a process. By default V8 limits the heap to 2 to 4 GB. On two processors, the default number of garbage
 * collector threads would delay every response of the API during a collection.
 */
export function createNodeOptions(name: string): readonly string[] {
  const heap = `--max-old-space-size=${maxHeap}`;
  if (name === 'analysis-worker') return [heap];
  if (name !== 'api') return [];
  return [heap, `--v8-pool-size=${Math.max(1, Math.min(maxCollectors, availableParallelism() - 1))}`];
}
