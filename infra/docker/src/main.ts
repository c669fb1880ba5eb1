import { resolve } from 'node:path';
import { copyImageFiles } from './copy-image-files.ts';

const [target] = process.argv.slice(2);
if (target === undefined || target.startsWith('-')) {
  process.stderr.write('Copies what the image runs into a folder: node infra/docker/dist/main.js FOLDER\n');
  process.exit(target === '--help' ? 0 : 2);
}
await copyImageFiles(resolve(import.meta.dirname, '../../..'), resolve(target));
