import { Response } from 'undici';

/** Limit after decompression. GitHub's maximum, 100 issues with bodies of 65,536 four-byte characters, is 26 MB. */
export const maxResponseBytes = 32 * 1_024 * 1_024;
const code = 'ANSWER_TOO_LARGE';
const deepestCause = 5;

export function createBodyTooLargeError(maxBytes: number): Error {
  return Object.assign(new Error('The response is too large'), { code, maxBytes });
}

export function findExceededResponseLimit(thrown: unknown): number | null {
  let current = thrown;
  for (let depth = 0; depth < deepestCause && current instanceof Error; depth += 1) {
    if ('code' in current && current.code === code && 'maxBytes' in current) return Number(current.maxBytes);
    current = current.cause;
  }
  return null;
}

/** Limits the body of a response. Reading beyond the limit fails and closes the connection. */
export function limitResponseBody(answer: Response, maxBytes: number): Response {
  if (answer.body === null) return answer;
  let read = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      if (Number(answer.headers.get('content-length')) > maxBytes) controller.error(createBodyTooLargeError(maxBytes));
    },
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > maxBytes) controller.error(createBodyTooLargeError(maxBytes));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers, url } = answer;
  const limited = new Response(answer.body.pipeThrough(counted), { status, statusText, headers });
  return Object.defineProperty(limited, 'url', { value: url });
}
