import { AppError } from '@refrain/domain';

export const maxRowBytes = 10 * 1024 * 1024;

export function createRowTooLongError(where: string, advice: ', or skip broken lines' | '' = ''): AppError {
  return new AppError('too_large', `${where} is longer than 10 MB: shorten or remove it${advice}`);
}
