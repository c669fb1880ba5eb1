import { AppError, parseInput } from '@refrain/domain';
import type { Request, Response } from 'express';
import { checkIfMatch } from '../responses/create-entity-tag.ts';
import type { Route, RouteInput } from './define-route.ts';

/** @throws {AppError} `invalid_input` */
export function parseRouteInput(
  route: Route,
  request: Request,
  response: Response,
): Omit<RouteInput<unknown, unknown, unknown>, 'audit'> {
  return {
    params: parseInput(route.params, request.params, 'the path'),
    query: readQuery(route, request),
    body: readBody(route, request),
    ifMatch: (stored) => checkIfMatch(request, stored),
    signal: () => signalOf(response),
    mediaType: chooseMediaType(route, request),
    request,
    response,
  };
}

function signalOf(response: Response): AbortSignal {
  const closed = new AbortController();
  if (response.closed) closed.abort();
  else response.once('close', () => closed.abort());
  return closed.signal;
}

/** Rejects unknown parameters, because a misspelt filter would match everything. */
function readQuery({ query, method, path }: Route, request: Request): unknown {
  const names = Object.keys(query.shape);
  const unknown = Object.keys(request.query).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const accepted = names.length === 0 ? 'no parameters' : names.join(', ');
    const listed = unknown.join(', ').slice(0, 200);
    throw new AppError('invalid_input', `${method.toUpperCase()} ${path} accepts ${accepted}, but not ${listed}.`);
  }
  return parseInput(query, request.query, 'the query');
}

function readBody({ body }: Route, request: Request): unknown {
  if (body === null) return undefined;
  const { 'content-type': type, 'transfer-encoding': encoding, 'content-length': length = '0' } = request.headers;
  if (request.body === undefined && type !== undefined && (encoding !== undefined || length !== '0')) {
    throw new AppError('invalid_input', 'Send the body as JSON, with `Content-Type: application/json`.');
  }
  return parseInput(body, request.body, 'the body');
}

function chooseMediaType({ responses }: Route, request: Request): string {
  const [content] = Object.values(responses);
  const types = Object.keys(content ?? {});
  return (types.length > 1 && request.accepts(types)) || (types[0] ?? 'application/json');
}
