import { STATUS_CODES } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { Exchange } from './exchange.ts';
import { type ExchangeLog, removeCredentialHeaders } from './exchange-log.ts';
import type { FaultInjector, InjectedResponseFault } from './fault-injector.ts';
import { responseFaults } from './fault-plan.ts';
import { cutConnection, renderGatewayErrorPage, sendSlowResponse, sendTruncatedResponse } from './faulty-response.ts';
import { type Call, parseQuery, type Reply, type Route } from './reply.ts';

/** A vendor's rules for every route: authentication, rate limits, and headers of each response. */
export interface VendorRules {
  readonly provider: Exchange['provider'];
  /** Converts a URL from a Link header to the form in the vendor's documentation. */
  canonicalUrl(url: string): string;
  /** Called for each request. Returns a function to call when the response was sent or the connection ended. */
  arrive?(): () => void;
  refuse(call: Call, route: Route | null): Reply | null;
  /** Adds headers to the response, and turns an unchanged response into a 304. */
  finish(reply: Reply, call: Call, url: string): Reply;
  notFound(): Reply;
  malformed(): Reply;
  /** Returns the vendor's response to an expired cursor; null if the request has no cursor. */
  expiredCursor?(call: Call): Reply | null;
}

function parameterTexts(request: Request): Record<string, string> {
  const entries = Object.entries(request.params as Record<string, string | string[]>);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]));
}

/** Creates an Express app of the vendor's routes. The `control` routes are exempt from the vendor's rules and the exchange log. */
export function serveRoutes(
  routes: readonly Route[],
  control: readonly Route[],
  rules: VendorRules,
  log: ExchangeLog,
  faults: FaultInjector,
): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.use((request, response, next) => {
    const leave = rules.arrive?.();
    if (leave !== undefined) response.once('close', leave);
    request.url = rules.canonicalUrl(request.url);
    next();
  });
  const forms = control.filter((route) => route.readsForm === true).map((route) => route.path);
  if (forms.length > 0) app.use(forms, express.urlencoded({ extended: false, limit: '1mb' }));
  app.use(express.json({ limit: '10mb', strict: false, type: () => true }));

  function callOf(request: Request): Call {
    return {
      url: request.url,
      parameters: parameterTexts(request),
      query: parseQuery(request.url),
      // Express parses an empty body with a content length of 0 as {}.
      body: request.headers['content-length'] === '0' ? undefined : (request.body as unknown),
      headers: { ...removeCredentialHeaders(request.headers), authorization: request.headers.authorization ?? '' },
    };
  }
  async function answer(request: Request, response: Response, route: Route | null, refusal?: Reply): Promise<void> {
    const call = callOf(request);
    const refused = refusal ?? rules.refuse(call, route);
    const expired = rules.expiredCursor?.(call) ?? null;
    const possible = responseFaults.filter((name) => name !== 'expiredCursor' || expired !== null);
    const fault =
      refused !== null || route === null ? null : faults.drawForResponse(`${request.method} ${call.url}`, possible);
    const isKept = fault === null || fault.isExecuted || fault.name === 'slowBody' || fault.name === 'truncatedBody';
    const handled = fault?.name === 'expiredCursor' ? expired : isKept ? await route?.handle(call) : null;
    const whole = rules.finish(refused ?? handled ?? rules.notFound(), call, request.originalUrl);
    const reply = fault?.name === 'failure5xx' ? renderGatewayErrorPage(fault) : whole;
    send(response, reply, fault);
    log.record({
      provider: rules.provider,
      method: request.method,
      path: request.path,
      query: call.query,
      requestHeaders: removeCredentialHeaders(request.headers),
      requestBody: call.body,
      status: reply.status,
      responseHeaders: Object.fromEntries(
        Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
      ),
      responseBody: reply.body,
      ...(fault === null || fault.name === 'expiredCursor' ? {} : { fault: fault.name }),
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

function send(response: Response, reply: Reply, fault: InjectedResponseFault | null = null): void {
  response.status(reply.status).set(reply.headers ?? {});
  response.statusMessage = STATUS_CODES[reply.status] ?? '';
  if (reply.html !== undefined) response.type('text/html; charset=utf-8');
  const text = reply.html ?? reply.text ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body));
  if (text !== undefined && !response.hasHeader('content-type')) response.type('application/json; charset=utf-8');
  if (fault?.name === 'reset') cutConnection(response);
  else if (text === undefined) response.end();
  else if (fault?.name === 'truncatedBody') sendTruncatedResponse(response, text);
  else if (fault?.name === 'slowBody') sendSlowResponse(response, text, fault.slowMs);
  else response.send(text);
}
