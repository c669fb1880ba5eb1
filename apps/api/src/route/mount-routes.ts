import { AppError } from '@refrain/domain';
import express, { type Express, type RequestHandler } from 'express';
import type { Route } from './define-route.ts';
import { readInput } from './read-input.ts';
import { sendAnswer } from './send-answer.ts';

/** Bodies may be as large as this; an upload may be of any size. */
const readJson = express.json({ limit: '1mb' });

/**
 * Puts the routes on the app, the open ones before the sign-in that all others need. Under `/v1` nothing else is there.
 * @throws {AppError} `internal` for two routes of one name or one address
 */
export function mountRoutes(app: Express, routes: readonly Route[], authenticate: RequestHandler): void {
  refuseTwins(routes);
  for (const route of routes.filter(({ isOpen }) => isOpen)) mount(app, route);
  app.use('/v1', authenticate);
  for (const route of routes.filter(({ isOpen }) => !isOpen)) mount(app, route);
}

function mount(app: Express, route: Route): void {
  const address = route.path.replaceAll(/\{(\w+)\}/gu, ':$1');
  const handlers = route.body === null ? [createHandler(route)] : [readJson, createHandler(route)];
  app[route.method](address, ...handlers);
}

function createHandler(route: Route): RequestHandler {
  return async (request, response) => {
    await sendAnswer(route, response, await route.handle(readInput(route, request, response)));
  };
}

function refuseTwins(routes: readonly Route[]): void {
  const names = routes.flatMap(({ operationId, method, path }) => [operationId, `${method} ${path}`]);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new AppError('internal', `There are two routes ${twin}`);
}
