import type { ArchiveRow } from '@refrain/connectors';
import { AppError, type FileImportResponse, type ImportResponse, type RawRecord } from '@refrain/domain';
import { createSkipCounter } from './skip-counter.ts';

/**
 * Imports the records of a file.
 * @param read starts reading the file; called twice, so that no empty archive is created
 * @throws {AppError} `invalid_input` if no row is readable
 */
export async function importRows(
  read: () => AsyncIterable<ArchiveRow>,
  store: (records: AsyncIterable<RawRecord>) => Promise<ImportResponse>,
): Promise<FileImportResponse> {
  await requireRecord(read());
  const skips = createSkipCounter();
  async function* records(): AsyncGenerator<RawRecord> {
    for await (const row of read()) {
      skips.count(row);
      if ('record' in row) yield row.record;
    }
  }
  return { ...(await store(records())), ...skips.result() };
}

async function requireRecord(rows: AsyncIterable<ArchiveRow>): Promise<void> {
  let first = '';
  for await (const row of rows) {
    if ('record' in row) return;
    first ||= `: line ${row.line}: ${row.skipped}`;
  }
  throw new AppError('invalid_input', `No row of the file can be imported${first}.`);
}
