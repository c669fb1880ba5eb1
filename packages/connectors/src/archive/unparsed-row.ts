import { AppError } from '@refrain/domain';

/**
 * A row whose columns are not parsed yet. `where` is the file name if a folder is imported. An import may skip broken
 * rows.
 */
export type UnparsedRow =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>>; readonly where?: string }
  | {
      readonly line: number;
      readonly broken: string;
      readonly error: AppError;
      /** The cells that could be parsed. */
      readonly values?: Readonly<Record<string, unknown>>;
      readonly where?: string;
    };

export const maxRowBytes = 10 * 1024 * 1024;

export function createRowTooLongError(where: string, advice: ', or skip broken lines' | '' = ''): AppError {
  return new AppError('too_large', `${where} is longer than 10 MB: shorten or remove it${advice}`);
}
