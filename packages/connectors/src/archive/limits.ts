import { AppError } from '@refrain/domain';

/** Bytes that one row, or one Markdown file, may have. */
export const maxRowBytes = 10 * 1024 * 1024;

export function rowTooLong(where: string): AppError {
  return new AppError('too_large', `${where} is longer than 10 MB: shorten or remove it, or pass over broken lines`);
}
