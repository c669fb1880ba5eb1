import { AppError, type ArchiveFileFormat } from '@refrain/domain';
import { z } from 'zod';
import type { ArchiveFile } from './archive-file.ts';
import { readCsvRows } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readPostMortemColumns } from './read-markdown.ts';
import type { UnparsedRow } from './unparsed-row.ts';

/** Reads the rows of a file in one of the formats that the API accepts. */
export function readUploadedFile(file: ArchiveFile, format: ArchiveFileFormat): AsyncIterable<UnparsedRow> {
  if (format === 'csv') return readCsvRows(file);
  return format === 'jsonl' ? readJsonLines(file) : readMarkdownFiles(file);
}

const MarkdownFile = z.object({ name: z.string().min(1).max(1_000), text: z.string() });

/** Reads Markdown files that are sent as JSON Lines, because they arrive in one upload. */
async function* readMarkdownFiles(file: ArchiveFile): AsyncIterable<UnparsedRow> {
  for await (const row of readJsonLines(file)) {
    const sent = 'values' in row ? MarkdownFile.safeParse(row.values).data : undefined;
    const values = sent === undefined ? null : readPostMortemColumns(sent.text, sent.name);
    if (sent !== undefined && values !== null) yield { line: row.line, values, where: sent.name };
    else yield describeBrokenFile(row, sent?.name);
  }
}

function describeBrokenFile(row: UnparsedRow, name: string | undefined): UnparsedRow {
  if ('broken' in row) return row;
  const broken =
    name === undefined
      ? 'it is not an object with the name and the text of a Markdown file'
      : 'its front matter is not a YAML mapping';
  const error = new AppError('invalid_input', `File ${name ?? row.line}: ${broken}`);
  return { line: row.line, broken, error, ...(name === undefined ? {} : { where: name }) };
}
