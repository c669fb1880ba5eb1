import { execFileSync } from 'node:child_process';

/** More than a single process should serve. */
const most = 10_000;
const fewest = 100;

/**
 * How many connections a process may hold: half of the files that the operating system lets it open, so that there are always some
 * left for the database, for logs and for its children.
 */
export function maxConnections(): number {
  // A shell has the same limit as its parent.
  const limit = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }));
  return Number.isFinite(limit) ? Math.max(fewest, Math.min(most, Math.floor(limit / 2))) : most;
}
