import { spawnSync } from 'node:child_process';
import { projectFolder } from './data-folder.ts';

/**
 * Vitest's global set-up. Compiles the packages that have changed: about a second where none has.
 * @throws after the compiler has printed what is wrong
 */
export function setup(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'compile'], { cwd: projectFolder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The packages do not compile. Correct what the compiler printed, then run again.');
}
