import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { toAppError } from '@refrain/domain';
import { listenOnPort } from './listen-on-port.ts';
import type { Metrics } from './metrics/create-metrics.ts';
import type { PlatformConfig } from './platform-config.ts';

export interface MetricsAndHealthServer {
  /** Null if the server is disabled or its port is in use. */
  readonly url: string | null;
  close(): Promise<void>;
}

interface OperationsSource {
  readonly metrics: Pick<Metrics, 'render'>;
  /** Throws if the process or a backend is not ready. */
  readonly checkReady: () => Promise<void>;
}

interface OperationsResponse {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * Serves the state of the process to operators on a private port: `/metrics` for Prometheus, `/healthz` (the process
 * responds) and `/readyz` (its backends respond too).
 * @param warn called if the port is in use. This does not prevent the start, because another user of the machine could
 * occupy the port at any time.
 */
export async function serveMetricsAndHealth(
  where: PlatformConfig['operations'],
  source: OperationsSource,
  warn: (line: string) => void,
): Promise<MetricsAndHealthServer> {
  const none = { url: null, close: async () => {} };
  if (where === null) return none;
  const { host, port } = where;
  const server = createServer((request, response) => void respond(request, response, source));
  const url = await listenOnPort(server, host, port, 'REFRAIN_METRICS_PORT').catch((thrown) => {
    if (toAppError(thrown).code !== 'misconfigured') throw thrown;
    warn(`${thrown.message} Until then this process runs without metrics; start it again afterwards.`);
    return null;
  });
  if (url === null) return none;
  return {
    url,
    async close() {
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
    },
  };
}

async function respond(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  source: OperationsSource,
): Promise<void> {
  const path = (url ?? '').split('?', 1)[0] ?? '';
  const { status, type, body } = await route(method ?? '', path, source).catch(toErrorResponse);
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(method === 'HEAD' ? undefined : body);
}

async function route(
  method: string,
  path: string,
  { metrics, checkReady }: OperationsSource,
): Promise<OperationsResponse> {
  if (method !== 'GET' && method !== 'HEAD') return json(405, { ok: false });
  switch (path) {
    case '/metrics':
      return { status: 200, ...(await metrics.render()) };
    case '/healthz':
      return json(200, { ok: true });
    case '/readyz':
      await checkReady();
      return json(200, { ok: true });
    default:
      return json(404, { ok: false, problem: 'Use /metrics, /healthz or /readyz.' });
  }
}

/** Returns an error as one line, without the details of an unexpected error. */
function toErrorResponse(thrown: unknown): OperationsResponse {
  const { code, message } = toAppError(thrown);
  return json(503, { ok: false, problem: code === 'internal' ? 'Something unexpected went wrong.' : message });
}

function json(status: number, body: object): OperationsResponse {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}
