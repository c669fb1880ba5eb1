import { AppError } from '@refrain/domain';

/** Bytes that one row, or one Markdown file, may have. */
export const maxRowBytes = 10 * 1024 * 1024;

/** @param advice what to do besides shortening or removing it, where there is something */
export function rowTooLong(where: string, advice: ', or pass over broken lines' | '' = ''): AppError {
  return new AppError('too_large', `${where} is longer than 10 MB: shorten or remove it${advice}`);
}
