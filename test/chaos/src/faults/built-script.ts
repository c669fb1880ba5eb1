import { join } from 'node:path';
import { projectFolder } from '@refrain/local';

/** A file of this folder as it is built: for processes of its own, which node runs. */
export function builtScript(name: string): string {
  return join(projectFolder, 'test/chaos/dist/faults', `${name}.js`);
}
