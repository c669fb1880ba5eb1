import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a command that needs root. Returns false if the system is not Linux, the user is not root, or the command fails. */
export async function runAsRoot(command: string, ...args: readonly string[]): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return run(command, [...args]).then(
    () => true,
    () => false,
  );
}
