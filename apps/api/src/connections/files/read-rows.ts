import { setImmediate as nextPoll } from 'node:timers/promises';
import {
  type ArchiveFile,
  type ArchiveOptions,
  type ArchiveRow,
  pageAdvice,
  readArchiveRows,
  readUploadedFile,
} from '@refrain/connectors';
import { AppError, type ArchiveFileFormat } from '@refrain/domain';

export interface FileReading extends Pick<ArchiveOptions, 'map' | 'constants' | 'dayFirst'> {
  readonly format: ArchiveFileFormat;
}

/** Limits the memory for the ids of a file, which are compared to find repeated rows. */
const maxRows = 1_000_000;
const maxMilliseconds = 10 * 60_000;
/** The number of rows after which the event loop handles other requests. */
const rowsPerBatch = 200;

/**
 * Reads the rows of a file while other requests are handled in between. Stops when the sender disconnects.
 * @throws {AppError} `too_large` for a file with too many rows, and for one that takes too long
 */
export async function* readRows(
  file: ArchiveFile,
  { format, ...reading }: FileReading,
  signal: AbortSignal,
  { onNote = () => {}, onReject = () => {} }: Pick<ArchiveOptions, 'onNote' | 'onReject'> = {},
): AsyncGenerator<ArchiveRow> {
  const startedAt = performance.now();
  const options = { ...reading, skipBroken: true, advice: pageAdvice, onNote, onReject };
  let count = 0;
  for await (const row of readArchiveRows(readUploadedFile(file, format), file.name, options)) {
    count += 1;
    if (count > maxRows)
      throw new AppError('too_large', `The file has more than ${maxRows.toLocaleString('en')} rows. Split it.`);
    if (count % rowsPerBatch === 0) await nextPoll();
    if (signal.aborted) throw new AppError('invalid_input', 'The sender disconnected; nothing was stored.');
    if (performance.now() - startedAt > maxMilliseconds)
      throw new AppError('too_large', 'Reading the file took longer than 10 minutes. Split it.');
    yield row;
  }
}
