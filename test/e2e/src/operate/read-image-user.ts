import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../start-refrain.ts';

/** As whom the image runs: what the last `USER` of the last stage of its Dockerfile says. Null where none does, which is root. */
export async function readImageUser(): Promise<string | null> {
  const dockerfile = await readFile(join(root, 'infra/docker/Dockerfile'), 'utf8');
  const lastStage = dockerfile.split(/^FROM\s/imu).at(-1) ?? '';
  return [...lastStage.matchAll(/^USER\s+(\S+)/gimu)].at(-1)?.[1] ?? null;
}
