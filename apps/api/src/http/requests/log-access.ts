import { minuteInMs } from '@refrain/domain';
import type { Logger } from 'pino';
import type { RequestSummary } from './observe-requests.ts';

const maxRefusalsPerMinute = 60;

/**
 * Logs sign-ins and refused requests with the ids of sessions and tokens, without names, IP addresses or request data.
 * After 60 refused requests in a minute, logs only the number of further refused requests.
 * @param now returns milliseconds since 1970
 */
export function logAccess(logger: Pick<Logger, 'info' | 'warn'>, now: () => number): (request: RequestSummary) => void {
  let minute = 0;
  let refusals = 0;

  function refuse(line: object): void {
    const current = Math.floor(now() / minuteInMs);
    if (current !== minute) {
      const suppressed = refusals - maxRefusalsPerMinute;
      if (suppressed > 0) logger.warn({ refusals: suppressed }, 'Further requests were refused in the previous minute');
      [minute, refusals] = [current, 0];
    }
    refusals += 1;
    if (refusals <= maxRefusalsPerMinute) logger.warn(line, 'Refused');
  }

  return (request) => {
    const { method, route, status, caller, signIn, traceId } = request;
    const line = { method, route, status, caller, traceId };
    if (signIn === 'done') logger.info(line, 'Signed in');
    else if (signIn === 'refused' || isRefused(request)) refuse(line);
  };
}

/** Returns whether a request was refused. Requests of the web page before the sign-in do not count. */
function isRefused({ route, status, hasCredential }: RequestSummary): boolean {
  return status === 403 || (status === 401 && (hasCredential || (route ?? '').startsWith('/webhooks')));
}
