import { join } from 'node:path';
import { projectFolder } from '@refrain/local';

/** Returns the path of a built script of the `faults` folder, which runs as a process. */
export function builtScript(name: string): string {
  return join(projectFolder, 'test/chaos/dist/faults', `${name}.js`);
}
