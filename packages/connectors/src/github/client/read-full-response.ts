import { findExceededLimit } from '../../outbound/limit-response.ts';

/** Header with the exceeded limit in bytes, in a response that Refrain created. */
export const exceededLimitHeader = 'x-refrain-too-large';

/** Reads the whole body, since Octokit treats an unreadable one as empty. A body that is too large becomes a 413. */
export async function readFullResponse(answer: Response): Promise<Response> {
  const { body, status, statusText, headers } = answer;
  if (body === null) return answer;
  try {
    return new Response(await answer.arrayBuffer(), { status, statusText, headers });
  } catch (thrown) {
    // The body of an error response is not needed.
    if (status >= 300) return new Response(null, { status, statusText, headers });
    const limit = findExceededLimit(thrown);
    if (limit === null) throw thrown;
    return new Response(null, { status: 413, headers: [...headers, [exceededLimitHeader, String(limit)]] });
  }
}
