import { spawnSync } from 'node:child_process';
import { projectFolder } from './data-folder-paths.ts';

/** Compiles the changed packages before the tests (Vitest's global set-up), which takes about a second if nothing has changed. */
export function setup(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'compile'], { cwd: projectFolder, stdio: 'inherit' });
  if (status !== 0)
    throw new Error('The packages do not compile. Correct the printed errors, then run the tests again.');
}
