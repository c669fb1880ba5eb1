import { AppError, parseInput } from '@refrain/domain';
import type { Request, Response } from 'express';
import { checkMatch } from '../responses/entity-tag.ts';
import type { Route, RouteInput } from './define-route.ts';

/** @throws {AppError} `invalid_input` for what is not as the route has it */
export function readInput(
  route: Route,
  request: Request,
  response: Response,
): Omit<RouteInput<unknown, unknown, unknown>, 'decided'> {
  return {
    params: parseInput(route.params, request.params, 'the address'),
    query: readQuery(route, request),
    body: readBody(route, request),
    ifMatch: (stored) => checkMatch(request, stored),
    signal: () => watch(response),
    mediaType: chooseMediaType(route, request),
    request,
    response,
  };
}

function watch(response: Response): AbortSignal {
  const gone = new AbortController();
  if (response.closed) gone.abort();
  else response.once('close', () => gone.abort());
  return gone.signal;
}

/** A misspelt filter would mean everything. */
function readQuery({ query, method, path }: Route, request: Request): unknown {
  const names = Object.keys(query.shape);
  const unknown = Object.keys(request.query).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const taken = names.length === 0 ? 'no parameters' : names.join(', ');
    const given = unknown.join(', ').slice(0, 200);
    throw new AppError('invalid_input', `${method.toUpperCase()} ${path} takes ${taken}, and not ${given}.`);
  }
  return parseInput(query, request.query, 'the query');
}

function readBody({ body }: Route, request: Request): unknown {
  if (body === null) return undefined;
  if (request.body === undefined && request.headers['content-type'] !== undefined && hasBody(request)) {
    throw new AppError('invalid_input', 'Send the body as JSON, with `Content-Type: application/json`.');
  }
  return parseInput(body, request.body, 'the body');
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function chooseMediaType({ answers }: Route, request: Request): string {
  const [shape] = Object.values(answers);
  if (shape === null || shape === undefined || '_zod' in shape) return 'application/json';
  const types = Object.keys(shape);
  return request.accepts(types) || (types[0] ?? 'application/json');
}
