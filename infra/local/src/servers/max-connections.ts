import { execFileSync } from 'node:child_process';

/** Maximum of connections, which is more than a single process should serve. */
const maximum = 10_000;
const fewest = 100;

/** Returns half of a process's limit of open files, leaving enough for the database, logs and child processes. */
export function maxConnections(): number {
  // A shell inherits the limit of open files, so `ulimit -n` prints the limit of this process.
  const limit = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }));
  return Number.isFinite(limit) ? Math.max(fewest, Math.min(maximum, Math.floor(limit / 2))) : maximum;
}
