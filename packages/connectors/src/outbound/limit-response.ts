import { Response } from 'undici';

/**
 * Bytes of an answer that are read, counted after decompression. The largest that GitHub documents is a page of 100 issues with
 * bodies of 65,536 characters: some 7 MB in ASCII, 26 MB where each character takes four bytes.
 */
export const maxResponseBytes = 32 * 1_024 * 1_024;
const code = 'ANSWER_TOO_LARGE';
const deepestCause = 5;

/** Creates the error that reading an answer fails with once it exceeds the limit. */
export function createTooLargeError(maxBytes: number): Error {
  return Object.assign(new Error('The answer is too large'), { code, maxBytes });
}

/** Returns the limit in bytes that an answer exceeded; null if the error has another cause. */
export function findExceededLimit(thrown: unknown): number | null {
  let current = thrown;
  for (let depth = 0; depth < deepestCause && current instanceof Error; depth += 1) {
    if ('code' in current && current.code === code && 'maxBytes' in current) return Number(current.maxBytes);
    current = current.cause;
  }
  return null;
}

/**
 * Returns the answer with a body that fails, and closes the connection, once it exceeds the limit. An announced length that
 * exceeds it fails before anything is read.
 */
export function limitResponse(answer: Response, maxBytes: number): Response {
  if (answer.body === null) return answer;
  let read = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      if (Number(answer.headers.get('content-length')) > maxBytes) controller.error(createTooLargeError(maxBytes));
    },
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > maxBytes) controller.error(createTooLargeError(maxBytes));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers, url } = answer;
  const limited = new Response(answer.body.pipeThrough(counted), { status, statusText, headers });
  return Object.defineProperty(limited, 'url', { value: url });
}
