import { readFileSync } from 'node:fs';
import { AppError } from '@refrain/domain';
import { type ZodType, z } from 'zod';

/**
 * The records of a JSON Lines file, whose form is taken on trust.
 * @throws {AppError} `invalid_input` where the file cannot be read or holds something else
 */
export function readLines<T>(path: string): T[] {
  return listLines(path).map(({ value }) => value as T);
}

/**
 * The records of a JSON Lines file, each checked by a schema.
 * @throws {AppError} `invalid_input` where the file cannot be read, or names the first line that does not fit
 */
export function readChecked<T>(path: string, schema: ZodType<T>): T[] {
  return listLines(path).map(({ value, number }) => {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    throw new AppError('invalid_input', `Line ${number} of ${path} does not fit: ${z.prettifyError(read.error)}`);
  });
}

function listLines(path: string): { readonly number: number; readonly value: unknown }[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.trim() === '' ? [] : [{ number: at + 1, value: JSON.parse(line) as unknown }]));
  } catch (cause) {
    throw new AppError('invalid_input', `Cannot read ${path}: give a file of JSON Lines.`, { cause });
  }
}
