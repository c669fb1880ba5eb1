import { join } from 'node:path';
import { projectFolder } from '@refrain/local';

export function builtScriptPath(name: string): string {
  return join(projectFolder, 'test/chaos/dist/faults', `${name}.js`);
}
