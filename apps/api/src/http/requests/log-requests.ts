import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { traceIdHeader } from './observe-requests.ts';

const level = 'debug';

/**
 * Logs the path of each request at level `debug`, without the query and secrets in URLs. At other levels there is no logger,
 * because a logger per request costs as much as a small response.
 */
export function logRequests(logger: Logger): RequestHandler {
  if (!logger.isLevelEnabled(level)) return (_request, _response, next) => next();
  return pinoHttp({
    logger,
    useLevel: level,
    serializers: { req: describeRequest, res: describeResponse },
    // The response ends outside the async context of its request, so the logger does not add the trace id.
    customProps: (_request, response) => ({ traceId: response.getHeader(traceIdHeader) }),
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
