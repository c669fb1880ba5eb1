import { STATUS_CODES } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { Exchange } from './exchange.ts';
import { type ExchangeLog, plainHeaders } from './exchange-log.ts';
import { type Call, parseQuery, type Reply, type Route } from './reply.ts';

/** The vendor's rules around every route: who may ask, how often, and what each answer carries. */
export interface VendorRules {
  readonly provider: Exchange['provider'];
  /** The documented path of a URL that a Link header gave. */
  canonicalUrl(url: string): string;
  /** An answer in place of the route's: refused credentials, used-up budgets. Null lets the call through. */
  refuse(call: Call, route: Route | null): Reply | null;
  /** Adds headers, turns an unchanged answer into 304. */
  finish(reply: Reply, call: Call, url: string): Reply;
  notFound(): Reply;
  malformed(): Reply;
}

function parameterTexts(request: Request): Record<string, string> {
  const entries = Object.entries(request.params as Record<string, string | string[]>);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]));
}

/** An express application of the vendor's routes. `control` are routes outside the vendor's rules and outside the log: for tests and for people. */
export function serveRoutes(
  routes: readonly Route[],
  control: readonly Route[],
  rules: VendorRules,
  log: ExchangeLog,
): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.use((request, _response, next) => {
    request.url = rules.canonicalUrl(request.url);
    next();
  });
  app.use(express.json({ limit: '10mb', strict: false, type: () => true }));

  function callOf(request: Request): Call {
    return {
      parameters: parameterTexts(request),
      query: parseQuery(request.url),
      // Clients that send no body still say so with a length of 0, which the parser reads as {}.
      body: request.headers['content-length'] === '0' ? undefined : (request.body as unknown),
      headers: plainHeaders(request.headers),
    };
  }
  async function answer(request: Request, response: Response, route: Route | null, given?: Reply): Promise<void> {
    const call = callOf(request);
    const withCredential = {
      ...call,
      headers: { ...call.headers, authorization: request.headers.authorization ?? '' },
    };
    const refused = given ?? rules.refuse(withCredential, route);
    const reply = rules.finish(refused ?? (await route?.handle(call)) ?? rules.notFound(), call, request.originalUrl);
    send(response, reply);
    log.record({
      provider: rules.provider,
      method: request.method,
      path: request.path,
      query: call.query,
      requestHeaders: call.headers,
      requestBody: call.body,
      status: reply.status,
      responseHeaders: Object.fromEntries(
        Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
      ),
      responseBody: reply.body,
      at: new Date().toISOString(),
    });
  }

  for (const route of control) {
    app[route.method](route.path, async (request, response) => {
      send(response, await route.handle(callOf(request)));
    });
  }
  for (const route of routes) app[route.method](route.path, (request, response) => answer(request, response, route));
  app.use((request, response) => answer(request, response, null));
  const onError: ErrorRequestHandler = (error: unknown, request, response, _next) => {
    const status = (error as { status?: number }).status ?? 500;
    if (status < 500 && !request.path.startsWith('/_emulator'))
      return answer(request, response, null, rules.malformed());
    send(response, { status, body: { message: status < 500 ? 'Body cannot be read' : String(error) } });
  };
  app.use(onError);
  return app;
}

function send(response: Response, reply: Reply): void {
  response.status(reply.status).set(reply.headers ?? {});
  response.statusMessage = STATUS_CODES[reply.status] ?? '';
  if (reply.html !== undefined) response.type('text/html; charset=utf-8').send(reply.html);
  else if (reply.body === undefined) response.end();
  else response.type('application/json; charset=utf-8').send(JSON.stringify(reply.body));
}
