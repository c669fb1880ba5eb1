import { AppError, type Role } from '@refrain/domain';
import type { Express, RequestHandler } from 'express';
import type { KeepDecision } from '../../audit/record-decision.ts';
import type { AccessWatch } from '../authentication/access-watch.ts';
import type { OpenLimits } from '../limits/create-limits.ts';
import { createReadJson } from '../requests/read-json-body.ts';
import { isStream, type Route } from './define-route.ts';
import type { AnswerOnce } from './idempotency.ts';
import { readInput } from './read-input.ts';
import { sendAnswer, toReply } from './send-response.ts';
import type { Tag } from './tags.ts';

export interface MountOptions {
  /** Lets a request through that is signed in. */
  readonly authenticate: RequestHandler;
  /** Lets it through where its caller may do what a route needs. */
  readonly authorise: (needs: Role, tag: Tag) => RequestHandler;
  /** Lets it through if its caller still has the access that `authenticate` found: once its body has arrived. */
  readonly confirm: RequestHandler;
  readonly answerOnce: AnswerOnce;
  readonly keepDecision: KeepDecision;
  readonly accessWatch: AccessWatch;
  readonly limits: Pick<OpenLimits, 'open' | 'refused' | 'perUser' | 'atOnce' | 'costly' | 'threads' | 'streams'>;
}

/**
 * Puts the routes on the app, the open ones before the sign-in that all others need. Under `/v1` nothing else is there.
 * @throws {AppError} `internal` for two routes of one name or one address
 */
export function mountRoutes(
  app: Express,
  routes: readonly Route[],
  { authenticate, authorise, confirm, answerOnce, keepDecision, accessWatch, limits }: MountOptions,
): void {
  refuseTwins(routes);
  const readJson = createReadJson();
  const mount = (route: Route) => {
    const address = route.path.replaceAll(/\{(\w+)\}/gu, ':$1');
    app[route.method](
      address,
      ...(route.needs === 'anyone' ? [] : [authorise(route.needs, route.tag)]),
      ...(isOpen(route) && route.isProbe !== true ? [limits.open] : []),
      ...costlyOf(route, limits.costly),
      ...(route.usesThread === true ? [limits.threads] : []),
      ...(isStream(route) ? [limits.streams] : []),
      ...(route.body === null ? [] : [readJson(route.mostValues)]),
      ...(route.body === null || isOpen(route) ? [] : [confirm]),
      createHandler(route, answerOnce, keepDecision, accessWatch),
    );
  };
  routes.filter(isOpen).forEach(mount);
  app.use('/v1', authenticate, limits.refused, limits.perUser, limits.atOnce);
  routes.filter((route) => !isOpen(route)).forEach(mount);
}

function isOpen({ needs }: Route): boolean {
  return needs === 'anyone';
}

function costlyOf({ isCostly, isCostlyWith, upload }: Route, costly: RequestHandler): RequestHandler[] {
  if (isCostly === true || upload !== undefined) return [costly];
  if (isCostlyWith === undefined) return [];
  return [
    (request, response, next) => {
      if (request.query[isCostlyWith] === undefined) next();
      else costly(request, response, next);
    },
  ];
}

function createHandler(
  route: Route,
  answerOnce: AnswerOnce,
  keepDecision: KeepDecision,
  accessWatch: AccessWatch,
): RequestHandler {
  return async (request, response) => {
    const input = readInput(route, request, response);
    const answer = await answerOnce(route, request, response, () =>
      keepDecision(route, request, response, async (decided) =>
        toReply(route, await route.handle({ ...input, decided })),
      ),
    );
    await sendAnswer(route, response, answer, accessWatch);
  };
}

function refuseTwins(routes: readonly Route[]): void {
  const names = routes.flatMap(({ operationId, method, path }) => [operationId, `${method} ${path}`]);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new AppError('internal', `There are two routes ${twin}`);
}
