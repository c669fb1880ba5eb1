import { findExceededLimit } from '../../outbound/limit-response.ts';

/** Contains the exceeded limit in bytes, in a response that did not come from GitHub. */
export const tooLargeHeader = 'x-refrain-too-large';

/**
 * Reads the body before Octokit, which treats an unreadable body as empty. Returns 413 in place of a success that is
 * too large, because Octokit retries errors of its `fetch` but no 4xx.
 */
export async function readFullResponse(answer: Response): Promise<Response> {
  const { body, status, statusText, headers } = answer;
  if (body === null) return answer;
  try {
    return new Response(await answer.arrayBuffer(), { status, statusText, headers });
  } catch (thrown) {
    // Only the status of a refusal matters.
    if (status >= 300) return new Response(null, { status, statusText, headers });
    const limit = findExceededLimit(thrown);
    if (limit === null) throw thrown;
    return new Response(null, { status: 413, headers: [...headers, [tooLargeHeader, String(limit)]] });
  }
}
