import { AppError } from '@refrain/domain';

export function createFileError(action: 'read' | 'write', path: string, cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException;
  return new AppError('misconfigured', `Cannot ${action} ${path} (${code}). ${advise(action, path, code)}`, { cause });
}

const linkAdvice = 'It is a link that leads to no file: remove it, or put a file in its place.';

function advise(action: 'read' | 'write', path: string, code: string | undefined): string {
  switch (code) {
    case 'EISDIR':
      return 'It is a folder: remove it, or put a file in its place.';
    case 'ELOOP':
      return linkAdvice;
    case 'ENOENT':
      return action === 'read' ? linkAdvice : 'Its folder is missing: create it.';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'A file is in the place of a folder: remove that file.';
    case 'EACCES':
    case 'EPERM':
      return action === 'read'
        ? `Make it readable for this user: chmod 600 ${path}`
        : 'Make it and its folder writable for this user.';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full: free space on it.';
    case 'EROFS':
      return 'The disk is read-only: mount it with write access, or set REFRAIN_DATA_DIR to a folder on another disk.';
    default:
      return 'Correct that, then start again.';
  }
}
