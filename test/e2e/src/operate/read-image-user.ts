import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../start-refrain.ts';

/** Returns the last `USER` in the last stage of the Dockerfile; null, which means root, if there is none. */
export async function readImageUser(): Promise<string | null> {
  const dockerfile = await readFile(join(root, 'infra/docker/Dockerfile'), 'utf8');
  const lastStage = dockerfile.split(/^FROM\s/imu).at(-1) ?? '';
  return [...lastStage.matchAll(/^USER\s+(\S+)/gimu)].at(-1)?.[1] ?? null;
}
