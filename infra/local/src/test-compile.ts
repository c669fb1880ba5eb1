import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from './data-folder.ts';

const run = promisify(execFile);
let compiling: Promise<unknown> | null = null;

/** Vitest's global set-up. Compiles the packages that have changed, once per run: about a second where none has. */
export async function setup(): Promise<void> {
  compiling ??= run(join(projectFolder, 'node_modules/.bin/tsc'), ['-b', '--noCheck'], { cwd: projectFolder });
  await compiling;
}
