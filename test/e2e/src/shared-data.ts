import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './start-refrain.ts';

/** A file of real failures, which lies beside the project where it is developed and nowhere else; null where it is absent. */
export function findSharedData(name: string): string | null {
  const path = join(root, '../shared/data', name);
  if (existsSync(path) || process.env.CI) return path;
  process.stderr.write(`../shared/data/${name} is absent: the tests on real failures are left out.\n`);
  return null;
}
