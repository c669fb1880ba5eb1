import type { Readable } from 'node:stream';
import { deepestNesting, hasTooManyValues, isNestedDeeper, mostValues } from '@refrain/connectors';
import { AppError, type Connection, parseInput, RawRecord } from '@refrain/domain';
import split2 from 'split2';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { spool } from './spool.ts';

/** Longest record that is taken in, in characters. */
const maxRecordLength = 12 * 1024 * 1024;
const idsPerJob = 500;

export interface ImportResult {
  readonly connection: Connection;
  readonly received: number;
  /** Those that were not known before. */
  readonly stored: number;
}

/**
 * Takes in JSON Lines of raw records, all or none: a bad line, or a sender that goes away, leaves nothing behind.
 * Memory does not grow with the length of the body.
 * @param openConnection only called once the whole body is here and good: what it creates is not left behind empty
 */
export function createImport(deps: ApiDeps) {
  const { store } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  return async (openConnection: () => Promise<Connection>, body: Readable): Promise<ImportResult> => {
    const spooled = await spool(serialise(readRecords(body))).catch((thrown) => {
      // What is left of the upload would stand before the next request of the same connection.
      body.unpipe().resume();
      throw thrown;
    });
    try {
      if (spooled.count === 0) throw new AppError('invalid_input', 'The upload holds no record.');
      const connection = await openConnection();
      const { newIds, received } = await store.inbox.storeAll(connection.id, readRecords(spooled.lines), 'file');
      const jobs = [];
      for (let start = 0; start < newIds.length; start += idsPerJob) {
        jobs.push({ connectionId: connection.id, inboxIds: newIds.slice(start, start + idsPerJob) });
      }
      await enqueueOrLeave('normalise-records', jobs);
      return { connection, received, stored: newIds.length };
    } finally {
      spooled.lines.destroy();
    }
  };
}

async function* serialise(records: AsyncIterable<RawRecord>): AsyncGenerator<string> {
  for await (const record of records) yield JSON.stringify(record);
}

async function* readRecords(body: Readable): AsyncGenerator<RawRecord> {
  const lines = split2('\n', { maxLength: maxRecordLength });
  body.on('error', (error) => lines.destroy(error));
  body.on('close', () => {
    if (!body.readableEnded) lines.destroy(new AppError('invalid_input', 'The upload broke off; nothing was stored.'));
  });
  let number = 0;
  try {
    for await (const line of body.pipe(lines)) {
      number += 1;
      if (line.trim() === '') continue;
      const record = parseInput(RawRecord, parseJson(line, number), `record ${number}`);
      if (!record.type.startsWith('archive.')) {
        throw new AppError(
          'invalid_input',
          `Record ${number} is of type ${record.type}; only archive records are imported.`,
        );
      }
      yield record;
    }
  } catch (error) {
    if (error instanceof Error && error.message === 'maximum buffer reached') {
      throw new AppError(
        'too_large',
        `Record ${number + 1} is longer than ${maxRecordLength} characters; shorten or leave it out.`,
      );
    }
    throw error;
  }
}

function parseJson(line: string, number: number): unknown {
  if (hasTooManyValues(Buffer.from(line))) {
    throw new AppError('too_large', `Record ${number} has more than ${mostValues} values: shorten it or leave it out.`);
  }
  const value = (() => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      throw new AppError('invalid_input', `Record ${number} is not JSON.`);
    }
  })();
  if (!isNestedDeeper(value)) return value;
  throw new AppError(
    'invalid_input',
    `Record ${number} is nested more than ${deepestNesting} levels deep: flatten it or leave it out.`,
  );
}
