import { AppError } from '@refrain/domain';
import { describeExceededJsonLimit } from '../webhooks/json-limits.ts';
import type { ArchiveFile } from './archive-file.ts';
import { createRowTooLongError, maxRowBytes, type UnparsedRow } from './unparsed-row.ts';

export async function* readJsonLines(file: ArchiveFile): AsyncIterable<UnparsedRow> {
  for await (const line of splitLines(file)) {
    const row = line.bytes === null ? { problem: tooLong } : parseLine(line.bytes, line.number);
    if (row === null) continue;
    if ('values' in row) {
      yield { line: line.number, values: row.values };
      continue;
    }
    const where = `Line ${line.number} of ${file.name}`;
    const error =
      row.problem === tooLong
        ? createRowTooLongError(where, ', or skip broken lines')
        : new AppError('invalid_input', `${where} is ${row.problem}: correct it, or skip broken lines`);
    yield { line: line.number, broken: `it is ${row.problem}`, error };
  }
}

const tooLong = 'longer than 10 MB';
const notJson = 'not a JSON object';

type ParsedLine = { readonly values: Record<string, unknown> } | { readonly problem: string };

function parseLine(bytes: Buffer, number: number): ParsedLine | null {
  const text = bytes.toString('utf8');
  const trimmed = (number === 1 ? text.replace(/^\uFEFF/u, '') : text).trim();
  if (trimmed === '') return null;
  const excess = describeExceededJsonLimit(bytes);
  if (excess !== null) return { problem: excess };
  try {
    const value: unknown = JSON.parse(trimmed);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { values: value as Record<string, unknown> } : { problem: notJson };
  } catch {
    return { problem: notJson };
  }
}

interface Line {
  readonly number: number;
  /** The line without its ending; null if it exceeds the limit, because a long line would fill the memory. */
  readonly bytes: Buffer | null;
}

const lineFeed = 0x0a;

/** Splits a file into lines. A line that is too long is yielded as soon as it exceeds the limit. */
async function* splitLines(file: ArchiveFile): AsyncIterable<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  let skipping = false;
  for await (const chunk of file.open() as AsyncIterable<Buffer>) {
    let start = 0;
    while (start < chunk.length) {
      const end = chunk.indexOf(lineFeed, start);
      const part = chunk.subarray(start, end === -1 ? chunk.length : end);
      length += part.length;
      if (!skipping && length > maxRowBytes) {
        skipping = true;
        parts = [];
        yield { number, bytes: null };
      }
      if (!skipping) parts.push(part);
      if (end === -1) break;
      if (!skipping) yield { number, bytes: Buffer.concat(parts) };
      number += 1;
      parts = [];
      length = 0;
      skipping = false;
      start = end + 1;
    }
  }
  if (!skipping && length > 0) yield { number, bytes: Buffer.concat(parts) };
}
