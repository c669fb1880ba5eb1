import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSource } from '@refrain/connectors';
import { AppError, toAppError } from '@refrain/domain';
import { createProducer } from '@refrain/jobs';
import { createStore } from '@refrain/store';
import { pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { createSignInUrl } from './access/routes.ts';
import type { ApiDeps } from './api-deps.ts';
import { loadConfig } from './config.ts';
import { createApp } from './create-app.ts';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = pino({ name: 'api', level: config.logLevel }, pino.destination(2));
  const store = createStore({
    databaseUrl: config.databaseUrl,
    encryptionKey: config.encryptionKey,
    applicationName: 'refrain-api',
  });
  await store.migrate();
  const producer = createProducer({ redisUrl: config.redisUrl });

  const server = createServer();
  const address = () => `http://${config.host}:${(server.address() as AddressInfo).port}`;
  const deps: ApiDeps = {
    store,
    producer,
    createSource,
    publicUrl: () => config.publicUrl ?? address(),
    pageDir: config.pageDir,
    onError: (error) => logger.error({ code: error.code, context: error.context, cause: error.cause }, error.message),
  };
  const log = pinoHttp({ logger, useLevel: 'debug', serializers: { req: readRequest, res: readResponse } });
  const app = createApp(deps);
  server.on('request', (request, response) => {
    log(request, response);
    app(request, response);
  });
  await listen(server, config.host, config.port);

  const stop = createStop(async () => {
    await new Promise((done) => {
      server.close(done);
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 5_000).unref();
    });
    await producer.close();
    await store.close();
  });
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);

  logger.info({ url: address() }, 'listening');
  if (process.send) process.send({ ready: true, url: address(), signInUrl: await createSignInUrl(deps) });
  else if (!(await store.access.hasAnyToken())) {
    process.stdout.write(`Sign in, once, within the hour: ${await createSignInUrl(deps)}\n`);
  }
}

function listen(server: ReturnType<typeof createServer>, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} on ${host} is taken: stop what uses it, or set PORT to another one.`;
      reject(error.code === 'EADDRINUSE' ? new AppError('misconfigured', taken) : error);
    });
    server.listen(port, host, resolve);
  });
}

function createStop(close: () => Promise<void>): () => void {
  return () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
}

/** The path alone: a sign-in link or a query may hold a secret. */
function readRequest(request: { method?: string; url?: string }) {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  return { method: request.method, path: path.startsWith('/sign-in/') ? '/sign-in/…' : path };
}

function readResponse(response: { statusCode?: number }) {
  return { status: response.statusCode };
}

function fail(error: unknown): void {
  process.stderr.write(`refrain api: ${toAppError(error).message}\n`);
  process.exit(1);
}

main().catch(fail);
