import { join } from 'node:path';
import { projectFolder } from '@refrain/local';

/** Returns the path of a built script in this folder, to run in a process of its own. */
export function builtScript(name: string): string {
  return join(projectFolder, 'test/chaos/dist/faults', `${name}.js`);
}
