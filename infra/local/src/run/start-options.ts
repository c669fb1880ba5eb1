import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../data-folder.ts';

/** Node's own number of threads that collect garbage beside the one that runs the program. */
const mostCollectors = 4;

/** The script that a process runs, as it is built. */
export function scriptOf(name: string): string {
  return join(projectFolder, 'apps', name, 'bundle/main.js');
}

/**
 * What Node is told when it runs a process. The API leaves a processor to the answers: with as many collectors as Node takes by
 * itself, on two processors everyone waits while the heap is gone through.
 */
export function nodeOptionsOf(name: string): readonly string[] {
  const collectors = Math.max(1, Math.min(mostCollectors, availableParallelism() - 1));
  return name === 'api' ? [`--v8-pool-size=${collectors}`] : [];
}
