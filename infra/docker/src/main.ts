import { resolve } from 'node:path';
import { stageImage } from './stage-image.ts';

const [target] = process.argv.slice(2);
if (target === undefined || target.startsWith('-')) {
  process.stderr.write('Copies what the image runs into a folder: node infra/docker/dist/main.js FOLDER\n');
  process.exit(target === '--help' ? 0 : 2);
}
await stageImage(resolve(import.meta.dirname, '../../..'), resolve(target));
