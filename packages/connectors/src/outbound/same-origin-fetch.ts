import { type Dispatcher, fetch as fetchBy, type RequestInit } from 'undici';
import { limitResponseBody } from './limit-response-body.ts';

export const refusedRedirectErrorCode = 'REDIRECTED_ELSEWHERE';
const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Creates a `fetch` that follows redirects only within the same origin. GitHub redirects after a repository is renamed.
 */
export function createSameOriginFetch(dispatcher: Dispatcher, maxBytes = Number.POSITIVE_INFINITY): typeof fetch {
  async function send(url: URL, init: RequestInit, redirectsLeft: number): ReturnType<typeof fetchBy> {
    const follows = (init.redirect ?? 'follow') === 'follow';
    const answer = await fetchBy(url, { ...init, dispatcher, ...(follows ? { redirect: 'manual' } : {}) });
    const location = answer.headers.get('location');
    if (!follows || location === null || !redirects.has(answer.status)) return answer;
    await answer.body?.cancel();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
    if (next?.origin !== url.origin || redirectsLeft === 0) throw redirectedElsewhere();
    return send(next, followBy(init, answer.status), redirectsLeft - 1);
  }
  const sameOriginFetch = async (input: string | URL, init: RequestInit = {}) => {
    const answer = await send(new URL(input), init, maxRedirects);
    return maxBytes === Number.POSITIVE_INFINITY ? answer : limitResponseBody(answer, maxBytes);
  };
  return sameOriginFetch as unknown as typeof fetch;
}

/** Changes the next request to a GET without a body after a 303, or after a 301 or 302 to a POST (`fetch` standard). */
function followBy(init: RequestInit, status: number): RequestInit {
  const method = (init.method ?? 'GET').toUpperCase();
  const turns = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
  return turns ? { ...init, method: 'GET', body: null } : init;
}

function redirectedElsewhere(): Error {
  return Object.assign(new TypeError('The response redirects to another host'), { code: refusedRedirectErrorCode });
}
