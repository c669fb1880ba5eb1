import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeJsonExcess } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import express, { type Request, type RequestHandler, type Response } from 'express';

/** Values that a body may have where its route states no other number. No valid body of such a route has a tenth of it. */
const usualMostValues = 1_000;

/** Parsing a body of this many bytes takes less than a millisecond. */
const smallBytes = 16 * 1_024;

/** The server itself waits for minutes, since an upload may take that long. 20 s are enough for a megabyte. */
const bodyPatienceMs = 20_000;

/** Reads no compressed body: 15 KB of brotli can hold a megabyte. An upload may be of any size and is not read here. */
const readBytes = express.raw({ type: 'application/json', inflate: false, limit: '1mb' });

/**
 * Creates the reader of JSON bodies of one process. Bodies that are not small are parsed one at a time, each in its own turn of the
 * event loop, so that other requests are answered in between.
 * @returns makes the handler for a route whose body may have this many values
 */
export function createReadJson(): (mostValues?: number) => RequestHandler {
  const takeTurn = createTurns();
  return (mostValues = usualMostValues) =>
    async (request, response, next) => {
      const bytes = await readInTime(request, response);
      if (bytes !== null) {
        checkCharacterSet(request);
        if (bytes.length > smallBytes) await takeTurn();
        if (response.closed) return;
        request.body = parseJson(bytes, mostValues);
      }
      next();
    };
}

/** Returns the body; null if none was sent, or none of JSON. Ends the connection of a caller that does not send all of it in time. */
function readInTime(request: Request, response: Response): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => request.destroy(), bodyPatienceMs);
    readBytes(request, response, (problem?: unknown) => {
      clearTimeout(timer);
      if (problem !== undefined) reject(problem);
      else resolve(Buffer.isBuffer(request.body) ? request.body : null);
    });
  });
}

/** @throws {AppError} `invalid_input` for a character set other than UTF-8 */
function checkCharacterSet({ headers }: Request): void {
  const name = /;\s*charset\s*=\s*"?([^\s";]+)/iu.exec(headers['content-type'] ?? '')?.[1];
  if (name === undefined || /^utf-?8$/iu.test(name)) return;
  const problem = `The request body is in the character set ${name.slice(0, 20)}: send it in UTF-8.`;
  throw new AppError('invalid_input', problem);
}

/** @throws {AppError} `invalid_input` */
function parseJson(bytes: Buffer, mostValues: number): unknown {
  // Clients often announce JSON and send nothing.
  if (bytes.length === 0) return {};
  const excess = describeJsonExcess(bytes, mostValues);
  if (excess !== null) throw new AppError('invalid_input', `The request body is ${excess}: flatten or shorten it.`);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new AppError('invalid_input', 'The request body is not JSON.');
  }
}

/** Returns a function whose calls resolve in their order, each in a turn of the event loop of its own. */
function createTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => nextTurn());
    return last;
  };
}
