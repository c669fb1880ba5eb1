import type { components } from '@octokit/openapi-types';
import { formatInstant } from '../http/format-instant.ts';
import type { DeliveryAttempt } from './deliveries.ts';

export function formatDelivery(attempt: DeliveryAttempt) {
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

export function formatFullDelivery(attempt: DeliveryAttempt): components['schemas']['hook-delivery'] {
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
