import { AppError } from '@refrain/domain';

/** The most bytes of one row, or of one Markdown file. */
export const maxRowBytes = 10 * 1024 * 1024;

/** @param advice an alternative to shortening or removing the row */
export function rowTooLong(where: string, advice: ', or pass over broken lines' | '' = ''): AppError {
  return new AppError('too_large', `${where} is longer than 10 MB: shorten or remove it${advice}`);
}
