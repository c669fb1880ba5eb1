import { describeJsonExcess } from '@refrain/connectors';
import { AppError, type Role } from '@refrain/domain';
import express, { type Express, type RequestHandler } from 'express';
import type { AccessWatch } from '../access/access-watch.ts';
import type { KeepDecision } from '../audit/keep-decision.ts';
import type { OpenLimits } from '../limits/open-limits.ts';
import type { AnswerOnce } from './answer-once.ts';
import { isStream, type Route } from './define-route.ts';
import { readInput } from './read-input.ts';
import { sendAnswer, toReply } from './send-answer.ts';
import type { Tag } from './tags.ts';

/** No body of a person's request has a tenth of it. A megabyte of small objects takes a fifth of a second to parse, and comes twenty at a time. */
const mostValues = 20_000;

/** Bodies may be as large as this; an upload may be of any size. */
const readJson = express.json({
  limit: '1mb',
  verify(_request, _response, body, encoding) {
    // The check below reads bytes as UTF-8.
    if (encoding !== 'utf-8') {
      const problem = `The request body is in the character set ${encoding.slice(0, 20)}: send it in UTF-8.`;
      throw new AppError('invalid_input', problem);
    }
    const excess = describeJsonExcess(body, mostValues);
    if (excess !== null) throw new AppError('invalid_input', `The request body is ${excess}: flatten or shorten it.`);
  },
});

/** For a body of a megabyte; the server itself waits for minutes, since an upload may take that long. */
const bodyPatienceMs = 20_000;

/** Ends the connection of a caller that does not send the whole body in time: what has come is held in memory. */
const readJsonInTime: RequestHandler = (request, response, next) => {
  const timer = setTimeout(() => request.destroy(), bodyPatienceMs);
  readJson(request, response, (problem?: unknown) => {
    clearTimeout(timer);
    next(problem);
  });
};

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
  const mount = (route: Route) => {
    const address = route.path.replaceAll(/\{(\w+)\}/gu, ':$1');
    app[route.method](
      address,
      ...(route.needs === 'anyone' ? [] : [authorise(route.needs, route.tag)]),
      ...(isOpen(route) && route.isProbe !== true ? [limits.open] : []),
      ...costlyOf(route, limits.costly),
      ...(route.usesThread === true ? [limits.threads] : []),
      ...(isStream(route) ? [limits.streams] : []),
      ...(route.body === null ? [] : [readJsonInTime]),
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
