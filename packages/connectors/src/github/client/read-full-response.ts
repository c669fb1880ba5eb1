import { findExceededLimit } from '../../outbound/limit-response.ts';

/** Holds the exceeded limit in bytes, in an answer that did not come from GitHub. */
export const tooLargeHeader = 'x-refrain-too-large';

/**
 * Reads the body before Octokit does, which takes a body that cannot be read for an empty one. Returns 413 in place of a success
 * that is too large, since Octokit retries what its `fetch` throws, and no 4xx.
 */
export async function readFullResponse(answer: Response): Promise<Response> {
  const { body, status, statusText, headers } = answer;
  if (body === null) return answer;
  try {
    return new Response(await answer.arrayBuffer(), { status, statusText, headers });
  } catch (thrown) {
    // The status of a refusal is all that counts.
    if (status >= 300) return new Response(null, { status, statusText, headers });
    const limit = findExceededLimit(thrown);
    if (limit === null) throw thrown;
    return new Response(null, { status: 413, headers: [...headers, [tooLargeHeader, String(limit)]] });
  }
}
