import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { traceHeader } from './observe-requests.ts';

const level = 'debug';

/**
 * Logs the path of each request at level `debug`, without the query, which may hold a search text, and without secrets of
 * sign-in links. A logger for each request costs as much as a small response, so above that level there is none.
 */
export function logRequests(logger: Logger): RequestHandler {
  if (!logger.isLevelEnabled(level)) return (_request, _response, next) => next();
  return pinoHttp({
    logger,
    useLevel: level,
    serializers: { req: describeRequest, res: describeResponse },
    // The response ends outside the async context of its request.
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
