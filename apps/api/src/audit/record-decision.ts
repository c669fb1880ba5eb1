import { type DecisionDetail, type ErrorCode, toAppError } from '@refrain/domain';
import type { Request, Response } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { accessOf } from '../http/authentication/access.ts';
import type { Reply } from '../http/responses/reply.ts';
import { isDecision, type Route } from '../http/routing/define-route.ts';

type Answer = Reply<number, unknown, string>;
/** Short facts for the audit: ids and what people chose, never a secret nor a text that was taken in. Said twice both count. */
export type SayDecided = (detail: DecisionDetail) => void;
export type KeepDecision = (
  route: Route,
  request: Request,
  response: Response,
  run: (decided: SayDecided) => Promise<Answer>,
) => Promise<Answer>;

/** After these it is not known whether anything was carried out; all else was refused before. */
const unsure: ReadonlySet<ErrorCode> = new Set(['internal', 'unavailable']);

/**
 * Every route that writes passes the audit: that it was asked is kept before it is carried out, so that nothing is decided of which
 * the audit does not know; how it ended is kept after it. While the audit cannot be written nothing is decided.
 */
export function createKeepDecision({ store, onError }: Pick<ApiDeps, 'store' | 'onError'>): KeepDecision {
  const { decisions } = store;
  const report = (thrown: unknown) => onError(toAppError(thrown));
  return async (route, request, response, run) => {
    if (!isDecision(route)) return run(() => {});
    const id = await decisions.begin({
      by: accessOf(response).decider,
      operation: route.operationId,
      subject: request.params as Record<string, string>,
    });
    let detail: DecisionDetail = {};
    try {
      const answer = await run((said) => {
        detail = { ...detail, ...said };
      });
      // It is done: that this cannot be noted is no reason to say that it was not.
      await decisions.settle(id, { created: findCreated(answer), detail }).catch(report);
      return answer;
    } catch (thrown) {
      if (!unsure.has(toAppError(thrown).code)) await decisions.drop(id).catch(report);
      throw thrown;
    }
  };
}

/** The id of what it made: of the answer, or of the connection or subscription that it tells. */
function findCreated({ status, body }: Answer): string | null {
  const { id, connection, subscription } = toFields(body);
  const found = (status === 201 ? id : undefined) ?? toFields(connection).id ?? toFields(subscription).id;
  return typeof found === 'string' ? found : null;
}

function toFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
