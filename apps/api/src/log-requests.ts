import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** Logs each request by its path alone: a query may hold what someone searched for, a sign-in link holds a secret. */
export function logRequests(logger: Logger) {
  return pinoHttp({
    logger,
    useLevel: 'debug',
    serializers: { req: describeRequest, res: describeResponse },
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
