import { execFile } from 'node:child_process';
import { lchown, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '@refrain/domain';
import { flushDisk } from './flush-disk.ts';
import { findStartFailureCause } from './process-log.ts';
import { removeFolder } from './remove-folder.ts';
import type { Owner } from './run-as.ts';

const run = promisify(execFile);

export interface CreateClusterOptions {
  readonly cluster: string;
  readonly initdb: string;
  readonly password: string;
  /** Owner of the cluster; null for the current user. */
  readonly user: Owner | null;
  /** Returns the path by which PostgreSQL can open a folder, even if its user has no access to the parent folders. */
  readonly nameFolder: (folder: string) => string;
  /** Whether the cluster must survive a power cut. */
  readonly isLasting: boolean;
}

/**
 * Creates a cluster in a temporary folder, then moves it into place, so that an interrupted start leaves no incomplete
 * cluster.
 */
export async function createCluster(options: CreateClusterOptions): Promise<void> {
  const { cluster, initdb, password, user, nameFolder, isLasting } = options;
  const staging = `${cluster}.new`;
  const [target, passwordFile] = [join(staging, 'data'), join(staging, 'password')];
  await removeFolder(staging);
  for (const folder of [staging, target]) await mkdir(folder, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  // The owner of the outer folder is changed last. Until then, the new owner of the files inside cannot replace them by links.
  if (user !== null) for (const path of [passwordFile, target, staging]) await lchown(path, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=refrain', '--auth=scram-sha-256', '--pwfile=../password'];
  try {
    await run(initdb, ['-D', nameFolder(target), '--no-sync', ...locale, ...access], {
      cwd: target,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...user,
    });
  } catch (cause) {
    await removeFolder(staging);
    const lines = String((cause as { stderr?: unknown }).stderr ?? cause).trim();
    throw new AppError(
      'unavailable',
      `The database ${cluster} cannot be created: ${findStartFailureCause(lines.split('\n'))}. Correct that, then start again.`,
      { cause },
    );
  }
  await rename(target, cluster);
  await removeFolder(staging);
  // One flush of the whole file system is faster than that of initdb (disabled by `--no-sync`), which flushes each file.
  if (isLasting) await flushDisk(dirname(cluster));
}
