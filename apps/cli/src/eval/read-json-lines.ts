import { createReadStream } from 'node:fs';
import { AppError, parseInput } from '@refrain/domain';
import type { z } from 'zod';

/** Longest line that is read, in UTF-16 units. */
const longestLine = 16 * 1024 * 1024;

/**
 * The records of a JSON Lines file one by one, empty lines skipped. Holds one line in memory.
 * @throws {AppError} `invalid_input` naming the line or the file, `too_large`
 */
export async function* readJsonLines<T extends z.ZodType>(path: string, schema: T): AsyncGenerator<z.output<T>> {
  let number = 0;
  for await (const line of readLines(path)) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/u, '') : line;
    if (text.trim() === '') continue;
    yield parseInput(schema, parseLine(text, path, number), `line ${number} of ${path}`);
  }
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
  const take = (part: string) => {
    length += part.length;
    if (length > longestLine) {
      throw new AppError(
        'too_large',
        `Line ${number} of ${path} is longer than 16 MiB: shorten its text or leave the record out.`,
      );
    }
    parts.push(part);
  };
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
      const [first = '', ...rest] = (chunk as string).split('\n');
      take(first);
      for (const part of rest) {
        yield parts.join('');
        parts.length = 0;
        length = 0;
        number += 1;
        take(part);
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
    return new AppError('invalid_input', `There is no file ${path}: check the path of --input.`, { cause: thrown });
  if (code === 'EISDIR')
    return new AppError('invalid_input', `${path} is a folder: give a JSON Lines file.`, { cause: thrown });
  if (code === 'EACCES')
    return new AppError('invalid_input', `${path} may not be read: check its permissions.`, { cause: thrown });
  return thrown;
}
