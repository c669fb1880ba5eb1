import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { createFolder } from '../create-folder.ts';
import type { DataFolder } from '../data-folder.ts';
import { findClusterOwner } from '../postgres.ts';
import { copySecret, parts } from './back-up.ts';
import { copyFolder } from './copy-folder.ts';

const About = z.object({ madeAt: z.string(), postgres: z.string(), hasKey: z.boolean() });

export interface Restored {
  readonly madeAt: string;
  /** Where what was there lies now; null where nothing was. */
  readonly aside: string | null;
  /** Whether it came with the key that sealed at that time. */
  readonly hasKey: boolean;
}

/**
 * Puts a backup in place of what is in the data folder, which is set aside. Redis begins empty: what is owed stands in the database.
 * The caller holds the folder.
 * @throws {AppError} `invalid_input` for what is no backup
 */
export async function restore(folder: DataFolder, source: string, now: () => Date): Promise<Restored> {
  const { madeAt, hasKey } = await readAbout(source);
  const aside = `${folder.root}.before-${now().toISOString().replaceAll(/[:.]/gu, '-')}`;
  const key = join(source, parts.key);
  // Copied first and moved last: what is there stays in use if the copying is interrupted.
  const [staging, stagedKey] = [join(folder.root, 'restoring'), join(folder.root, 'restoring-key')];
  for (const path of [staging, stagedKey]) await rm(path, { recursive: true, force: true });
  await createFolder(staging);
  const cluster = join(staging, 'cluster');
  await copyFolder(join(source, parts.cluster), cluster, undefined, await findClusterOwner(cluster));
  await copySecret(join(source, parts.password), join(staging, 'password'));
  const isKeyIncluded = await copySecret(key, stagedKey);
  const held = [folder.postgres, folder.redis, ...(isKeyIncluded ? [folder.encryptionKey] : [])].filter(existsSync);
  if (held.length > 0) await mkdir(aside, { mode: 0o700 });
  for (const path of held) await rename(path, join(aside, path.slice(folder.root.length + 1)));
  await rename(staging, folder.postgres);
  if (isKeyIncluded) await rename(stagedKey, folder.encryptionKey);
  return { madeAt, aside: held.length > 0 ? aside : null, hasKey };
}

async function readAbout(source: string): Promise<z.infer<typeof About>> {
  try {
    return About.parse(JSON.parse(await readFile(join(source, parts.about), 'utf8')));
  } catch (cause) {
    throw new AppError('invalid_input', `${source} is no backup: name a folder that \`npm run backup\` has made`, {
      cause,
    });
  }
}
