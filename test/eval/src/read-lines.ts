import { readFileSync } from 'node:fs';
import { AppError } from '@refrain/domain';

/**
 * The records of a JSON Lines file, whose form is taken on trust.
 * @throws {AppError} `invalid_input` where the file cannot be read or holds something else
 */
export function readLines<T>(path: string): T[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as T);
  } catch (cause) {
    throw new AppError('invalid_input', `Cannot read ${path}: give a file of JSON Lines.`, { cause });
  }
}
