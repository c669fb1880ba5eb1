import { type DecisionDetail, type ErrorCode, toAppError } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import type { Reply } from '../http/responses/reply.ts';
import { isDecisionRoute } from '../http/routing/define-route.ts';
import type { AuditedRouteRunner } from '../http/routing/mount-routes.ts';

/** Error codes after which the decision may have taken effect. All other errors are thrown before it takes effect. */
const uncertain: ReadonlySet<ErrorCode> = new Set(['internal', 'unavailable']);

/**
 * Records in the audit log every call of a route that changes data: begins an entry before the handler runs, and
 * completes the entry afterwards. If the entry cannot be written, the request fails.
 */
export function createAuditedRouteRunner({ store, onError }: ApiDeps): AuditedRouteRunner {
  const { access } = store;
  const report = (thrown: unknown) => onError(toAppError(thrown));
  return async (route, request, response, run) => {
    if (!isDecisionRoute(route)) return run(() => {});
    const id = await access.beginDecision({
      by: requireAccess(response).decider,
      operation: route.operationId,
      subject: request.params as Record<string, string>,
    });
    let detail: DecisionDetail = {};
    try {
      const result = await run((added) => {
        detail = { ...detail, ...added };
      });
      // The request has succeeded, even if its audit entry cannot be completed.
      await access.finishDecision(id, { created: findCreated(result), detail }).catch(report);
      return result;
    } catch (thrown) {
      if (!uncertain.has(toAppError(thrown).code)) await access.deleteDecision(id).catch(report);
      throw thrown;
    }
  };
}

/**
 * Returns the id of the object, connection or subscription that the response describes as created; null if there is none.
 */
function findCreated({ status, body }: Reply): string | null {
  const { id, connection, subscription } = toFields(body);
  const found = (status === 201 ? id : undefined) ?? toFields(connection).id ?? toFields(subscription).id;
  return typeof found === 'string' ? found : null;
}

function toFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
