import type { components } from '@octokit/openapi-types';
import { formatInstant } from '../http/format-instant.ts';
import { type Call, findQueryValue, type Reply, type Route } from '../http/reply.ts';
import { type GitHubContext, parsePositiveInteger } from './context.ts';
import { notFound, unprocessable } from './error-reply.ts';
import type { WebhookDeliveryAttempt } from './webhook-deliveries.ts';
import { webhookOwners, withWebhook } from './webhook-owners.ts';
import type { GitHubWebhooks } from './webhooks.ts';
import type { StoredWebhook } from './written-github-data.ts';

const isSuccess = ({ status }: WebhookDeliveryAttempt): boolean => status !== null && status >= 200 && status < 300;

/** Routes for listing the webhook deliveries of the last three days, newest first and with cursors, and for redelivering them. */
export function deliveryRoutes(context: GitHubContext, { kept, redeliver }: GitHubWebhooks): Route[] {
  function list(hook: StoredWebhook, call: Call): Reply {
    const perPage = Math.min(100, parsePositiveInteger(findQueryValue(call.query, 'per_page'), 30));
    const cursor = findQueryValue(call.query, 'cursor');
    const before = cursor === undefined ? Number.POSITIVE_INFINITY : Number(/^v1_(\d+)$/u.exec(cursor)?.[1]);
    if (Number.isNaN(before)) return unprocessable('The cursor is invalid');
    const status = findQueryValue(call.query, 'status');
    const wanted: WebhookDeliveryAttempt[] = [];
    for (const one of kept.list(hook.id, before)) {
      if (status === undefined || isSuccess(one) === (status === 'success')) wanted.push(one);
      if (wanted.length > perPage) break;
    }
    const page = wanted.slice(0, perPage);
    const last = page.at(-1);
    const headers: Record<string, string> = {};
    if (last !== undefined && wanted.length > perPage) {
      const next = new URL(call.url, context.addresses.api);
      next.searchParams.set('cursor', `v1_${last.id}`);
      headers.link = `<${next.href}>; rel="next"`;
    }
    return { status: 200, body: page.map(formatDelivery), headers };
  }
  return webhookOwners(context).flatMap((owner): Route[] => {
    const withAttempt = (handle: (attempt: WebhookDeliveryAttempt) => Reply) =>
      withWebhook(owner, (hook, _repository, call) => {
        const attempt = kept.find(hook.id, Number(call.parameters.delivery));
        return attempt === null ? notFound() : handle(attempt);
      });
    return [
      {
        method: 'get',
        path: `${owner.hookPath}/deliveries`,
        handle: withWebhook(owner, (hook, _repository, call) => list(hook, call)),
      },
      {
        method: 'get',
        path: `${owner.hookPath}/deliveries/:delivery`,
        handle: withAttempt((attempt) => ({ status: 200, body: formatFullDelivery(attempt) })),
      },
      {
        method: 'post',
        path: `${owner.hookPath}/deliveries/:delivery/attempts`,
        handle: withAttempt((attempt) => {
          void redeliver(attempt.guid);
          return { status: 202, body: {} };
        }),
      },
    ];
  });
}

function formatDelivery(attempt: WebhookDeliveryAttempt) {
  return {
    id: attempt.id,
    guid: attempt.guid,
    delivered_at: formatInstant(attempt.at),
    redelivery: attempt.redelivery,
    duration: attempt.durationSeconds,
    status: describeStatus(attempt.status),
    status_code: attempt.status ?? 0,
    event: attempt.event,
    action: attempt.action,
    installation_id: attempt.installationId,
    repository_id: attempt.repositoryId,
    throttled_at: null,
  };
}

function formatFullDelivery(attempt: WebhookDeliveryAttempt): components['schemas']['hook-delivery'] {
  return {
    ...formatDelivery(attempt),
    request: { headers: attempt.headers, payload: JSON.parse(attempt.payload.read()) },
    response: { headers: {}, payload: null },
  };
}

function describeStatus(status: number | null): string {
  if (status === null) return 'timed out';
  return status >= 200 && status < 300 ? 'OK' : `Invalid HTTP Response: ${status}`;
}
