import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { setImmediate as nextPoll } from 'node:timers/promises';
import { describeExceededJsonLimit } from '@refrain/connectors';
import { AppError, type ImportResponse, parseInput, RawRecord, type RecordCheckResponse } from '@refrain/domain';
import type { Response } from 'express';
import split2 from 'split2';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import type { ByteCounter, UploadLimits } from '../http/limits/limit-uploads.ts';
import { classifyEach } from './classify-each.ts';
import { createRecordClassifier } from './classify-records.ts';
import { createRecordCounter } from './record-counter.ts';
import { spool } from './spool.ts';
import { confirmBeforeImport, createRecordStorer, type ImportTarget } from './store-records.ts';

/** The maximum length of a record in characters. */
const maxRecordLength = 12 * 1024 * 1024;
/**
 * The number of lines after which the event loop handles other requests. Without this pause, an upload of empty lines would
 * block the event loop.
 */
const linesPerBatch = 1_000;

/** Reads raw records as JSON Lines, in constant memory. `response` identifies the user, whose concurrent uploads are limited. */
export interface RecordImporter {
  /** Imports the records, either all or none. */
  importRecords(response: Response, target: ImportTarget, body: IncomingMessage): Promise<ImportResponse>;
  /** Counts what an import would store, and stores nothing. */
  checkRecords(response: Response, target: ImportTarget, body: IncomingMessage): Promise<RecordCheckResponse>;
}

/** @param uploads the limits that all routes for uploads share */
export function createRecordImporter(deps: ApiDeps, uploads: UploadLimits): RecordImporter {
  const storeRecords = createRecordStorer(deps);

  async function receive<T>(
    body: IncomingMessage,
    work: (records: AsyncIterable<RawRecord>) => Promise<T>,
  ): Promise<T> {
    uploads.checkLength(body);
    const spooled = await spool(serialise(readRecords(body, uploads.countBytes()), uploads.countBytes())).catch(
      (thrown) => {
        // Discards the rest of the body, because the next request follows it on the same TCP connection.
        body.unpipe().resume();
        throw thrown;
      },
    );
    try {
      if (spooled.count === 0)
        throw new AppError('invalid_input', 'The upload contains no records. Send one JSON object per line.');
      return await work(readRecords(spooled.lines));
    } finally {
      spooled.lines.destroy();
    }
  }

  async function countRecords(target: ImportTarget, records: AsyncIterable<RawRecord>): Promise<RecordCheckResponse> {
    const classifier = await createRecordClassifier(deps, await target.find());
    const counter = createRecordCounter(deps.providers);
    for await (const { classified } of classifyEach(classifier, records, (record) => record)) {
      if (classified !== null) counter.add(classified);
    }
    return counter.result();
  }

  return {
    importRecords: (response, target, body) =>
      uploads.reserve(requireAccess(response).user.id, () =>
        receive(body, (records) => storeRecords(confirmBeforeImport(deps, response, target), records)),
      ),
    checkRecords: (response, target, body) =>
      uploads.reserve(requireAccess(response).user.id, () => receive(body, (records) => countRecords(target, records))),
  };
}

/**
 * @param count counts the bytes of the serialised records, and throws above the limit. Serialised records can be longer than
 * the upload, for example because 1e20 is written with 21 digits.
 */
async function* serialise(records: AsyncIterable<RawRecord>, count: ByteCounter): AsyncGenerator<string> {
  for await (const record of records) {
    const line = JSON.stringify(record);
    count(Buffer.byteLength(line));
    yield line;
  }
}

/** @param count counts the bytes of the body, and throws above the limit */
async function* readRecords(body: Readable, count: ByteCounter = () => {}): AsyncGenerator<RawRecord> {
  const lines = split2('\n', { maxLength: maxRecordLength });
  const interrupted = () =>
    new AppError('invalid_input', 'The upload was interrupted; nothing was stored. Send it again.');
  body.on('error', (error: NodeJS.ErrnoException) =>
    lines.destroy(error.code === 'ECONNRESET' ? interrupted() : error),
  );
  body.on('close', () => {
    if (!body.readableEnded) lines.destroy(interrupted());
  });
  body.on('data', (chunk: Buffer) => {
    try {
      count(chunk.length);
    } catch (thrown) {
      lines.destroy(thrown as Error);
    }
  });
  // If the sender disconnected before this function was called, the body has already emitted `close`.
  if (body.destroyed) throw interrupted();
  let number = 0;
  try {
    for await (const line of body.pipe(lines)) {
      number += 1;
      if (number % linesPerBatch === 0) await nextPoll();
      if (line.trim() === '') continue;
      const record = parseInput(RawRecord, parseJson(line, number), `record ${number}`);
      if (!record.type.startsWith('archive.')) {
        throw new AppError(
          'invalid_input',
          `Record ${number} has the type ${record.type}. Use a type that begins with "archive.", such as archive.incident.`,
        );
      }
      yield record;
    }
  } catch (error) {
    if (error instanceof Error && error.message === 'maximum buffer reached') {
      throw new AppError(
        'too_large',
        `Record ${number + 1} is longer than ${maxRecordLength} characters. Shorten or remove it.`,
      );
    }
    throw error;
  }
}

function parseJson(line: string, number: number): unknown {
  const excess = describeExceededJsonLimit(Buffer.from(line));
  if (excess !== null) {
    throw new AppError('invalid_input', `Record ${number} is ${excess}: flatten or shorten it, or remove it.`);
  }
  try {
    return JSON.parse(line);
  } catch {
    throw new AppError('invalid_input', `Record ${number} is not JSON.`);
  }
}
