import { createReadStream } from 'node:fs';
import { AppError, parseInput } from '@refrain/domain';
import { z } from 'zod';

/** Maximum length of a line in UTF-16 code units. */
const maxLineLength = 16 * 1024 * 1024;

/**
 * Yields the records of a JSON Lines file.
 * @throws {AppError} `invalid_input` or `too_large`, with the line or the file in the message
 */
export async function* readJsonLines<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  let number = 0;
  for await (const line of readLines(path)) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/u, '') : line;
    if (text.trim() === '') continue;
    yield parseInput(schema, parseLine(text, path, number), `line ${number} of ${path}`);
  }
}

/** Returns all records of a JSON Lines file. Without a schema, accepts any record. @throws {AppError} like `readJsonLines` */
export async function readAllJsonLines<T>(path: string, schema: z.ZodType<T> = z.custom<T>()): Promise<T[]> {
  const records: T[] = [];
  for await (const record of readJsonLines(path, schema)) records.push(record);
  return records;
}

function parseLine(line: string, path: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new AppError('invalid_input', `Line ${number} of ${path} is not JSON: write one JSON object per line.`, {
      cause,
    });
  }
}

async function* readLines(path: string): AsyncGenerator<string> {
  const parts: string[] = [];
  let length = 0;
  let number = 1;
  const append = (part: string) => {
    length += part.length;
    if (length > maxLineLength) {
      throw new AppError(
        'too_large',
        `Line ${number} of ${path} is longer than 16 MiB: shorten its text or remove the record.`,
      );
    }
    parts.push(part);
  };
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
      const [first = '', ...rest] = (chunk as string).split('\n');
      append(first);
      for (const part of rest) {
        yield parts.join('');
        parts.length = 0;
        length = 0;
        number += 1;
        append(part);
      }
    }
  } catch (thrown) {
    throw toReadError(thrown, path);
  }
  if (length > 0) yield parts.join('');
}

function toReadError(thrown: unknown, path: string): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ENOENT')
    return new AppError('invalid_input', `There is no file ${path}: check the path.`, { cause: thrown });
  if (code === 'EISDIR')
    return new AppError('invalid_input', `${path} is a folder: give a JSON Lines file.`, { cause: thrown });
  if (code === 'EACCES')
    return new AppError('invalid_input', `${path} cannot be read: check its permissions.`, { cause: thrown });
  return thrown;
}
