import { join } from 'node:path';
import { projectFolder } from '@refrain/local';

export function builtScript(name: string): string {
  return join(projectFolder, 'test/chaos/dist/faults', `${name}.js`);
}
