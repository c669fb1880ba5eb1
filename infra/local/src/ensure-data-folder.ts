import { access, chmod, constants, stat } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import { createFolder } from './create-folder.ts';

/**
 * Creates a data folder if it is missing, and checks that this user can write to it.
 * @throws {AppError} `misconfigured` with what to do
 */
export async function ensureDataFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null && !found.isDirectory()) throw createDataFolderError(path, 'is not a folder');
  await createFolder(path).catch((thrown) => {
    throw createDataFolderError(path, 'cannot be created', thrown);
  });
  await refuseSharedFolder(path);
  await access(path, constants.W_OK | constants.X_OK).catch((thrown) => {
    throw createDataFolderError(path, 'cannot be written', thrown);
  });
}

/**
 * Refuses a folder that another user can change. On many systems each user has a group of their own, which can change the user's
 * new files. That group loses this permission, because others may join it.
 */
async function refuseSharedFolder(path: string): Promise<void> {
  const { uid, mode } = await stat(path);
  const ownUid = process.getuid?.();
  if (ownUid === undefined) return;
  if (ownUid === 0 && uid !== 0) {
    throw new AppError(
      'misconfigured',
      `The data folder ${path} belongs to another user, who could have put files there. Run Refrain as that user, or set REFRAIN_DATA_DIR to a folder that root owns.`,
    );
  }
  if (uid !== ownUid && uid !== 0) throw createDataFolderError(path, 'belongs to another user');
  if ((mode & 0o022) === 0) return;
  if (ownUid !== 0 && uid === ownUid && (mode & 0o002) === 0) return chmod(path, mode & 0o7755);
  throw new AppError(
    'misconfigured',
    `Other users of this machine can change the data folder ${path}. Run: chmod go-w ${path}`,
  );
}

export function createDataFolderError(path: string, problem: string, cause?: NodeJS.ErrnoException): AppError {
  const code = cause?.code === undefined ? '' : ` (${cause.code})`;
  const advice = 'Set REFRAIN_DATA_DIR to a folder that this user can write to.';
  return new AppError('misconfigured', `The data folder ${path} ${problem}${code}. ${advice}`, { cause });
}
