import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether it was done: not where this is not Linux, we are not root, or the program is missing or refuses. */
export async function runAsRoot(command: string, ...args: readonly string[]): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return run(command, [...args]).then(
    () => true,
    () => false,
  );
}
