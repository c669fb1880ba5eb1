import { setImmediate as nextPoll } from 'node:timers/promises';
import { describeExceededJsonLimit } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import express, { type Request, type RequestHandler, type Response } from 'express';

/** The default maximum number of JSON values, more than ten times as many as valid bodies have. */
const defaultMaxValues = 1_000;

/** Bodies of up to this number of bytes are parsed in less than a millisecond. */
const smallBytes = 16 * 1_024;

/** The maximum time for receiving a JSON body. The timeout of the server is minutes, which only uploads need. */
const bodyTimeoutMs = 20_000;

/** Does not accept compressed bodies, because 15 KB of brotli can contain 1 MB. */
const readBytes = express.raw({ type: 'application/json', inflate: false, limit: '1mb' });

/**
 * Creates the JSON body reader of a process. Large bodies are parsed one per turn of the event loop, so that other requests
 * are handled in between. Returns a function that creates the handler of a route.
 */
export function createJsonBodyReader(): (maxValues?: number) => RequestHandler {
  const waitForTurn = createTurnQueue();
  return (maxValues = defaultMaxValues) =>
    async (request, response, next) => {
      const bytes = await readInTime(request, response);
      if (bytes !== null) {
        checkCharacterSet(request);
        if (bytes.length > smallBytes) await waitForTurn();
        if (response.closed) return;
        request.body = parseJson(bytes, maxValues);
      }
      next();
    };
}

/** Returns the body, or null without a JSON body. Closes the connection of a client that sends too slowly. */
function readInTime(request: Request, response: Response): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => request.destroy(), bodyTimeoutMs);
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
  const problem = `The request body has the character set ${name.slice(0, 20)}. Send it in UTF-8.`;
  throw new AppError('invalid_input', problem);
}

/** @throws {AppError} `invalid_input` */
function parseJson(bytes: Buffer, maxValues: number): unknown {
  // Some clients send `Content-Type: application/json` without a body.
  if (bytes.length === 0) return {};
  const excess = describeExceededJsonLimit(bytes, maxValues);
  if (excess !== null) throw new AppError('invalid_input', `The request body is ${excess}: flatten or shorten it.`);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new AppError('invalid_input', 'The request body is not JSON.');
  }
}

/** Returns a function whose calls resolve one after the other, each in its own turn of the event loop. */
function createTurnQueue(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => nextPoll());
    return last;
  };
}
