import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { traceHeader } from './watch-requests.ts';

const level = 'debug';

/**
 * Logs each request by its path alone, where the level is `debug`: a query may hold what someone searched for, a sign-in link
 * holds a secret. A logger for each request costs as much as a small answer, so above that level none is made.
 */
export function logRequests(logger: Logger): RequestHandler {
  if (!logger.isLevelEnabled(level)) return (_request, _response, next) => next();
  return pinoHttp({
    logger,
    useLevel: level,
    serializers: { req: describeRequest, res: describeResponse },
    // An answer ends outside of what its request set off.
    customProps: (_request, response) => ({ traceId: response.getHeader(traceHeader) }),
  });
}

function describeRequest({ method, url }: IncomingMessage) {
  const path = (url ?? '').split('?', 1)[0] ?? '';
  return {
    method,
    path: path.replace(/^\/(sign-in|connect\/github|v1\/github-apps|webhooks\/[^/]*\/[^/]*)\/.*/u, '/$1/…'),
  };
}

function describeResponse({ statusCode }: ServerResponse) {
  return { status: statusCode };
}
