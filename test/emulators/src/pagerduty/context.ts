import type { Clock } from '../http/clock.ts';
import { formatInstant } from '../http/format-instant.ts';
import type { Call, Query, Reply } from '../http/reply.ts';
import { findQueryValue } from '../http/reply.ts';
import type { WorldIncident } from '../world.ts';
import { argumentError, notFound } from './error-reply.ts';
import type { PagerDutyState } from './pagerduty-state.ts';

export interface PagerDutyContext {
  readonly state: PagerDutyState;
  readonly addresses: { readonly api: string; readonly web: string };
  readonly clock: Clock;
  /** Response status for past, related and outlier incidents if the account's plan lacks them; null if the plan includes them. */
  readonly plan: { refusal: PlanRefusalStatus };
}

export type PlanRefusalStatus = 402 | 403 | 404 | null;

export function formatCurrentTime(context: PagerDutyContext): string {
  return formatInstant(context.clock.now());
}

export function withIncident(
  context: PagerDutyContext,
  handle: (incident: WorldIncident, call: Call) => Reply,
): (call: Call) => Reply {
  return (call) => {
    const incident = context.state.findIncident(call.parameters.id ?? '');
    return incident === null ? notFound() : handle(incident, call);
  };
}

/**
 * Responds with a page of a list by classic pagination (https://developer.pagerduty.com/docs/pagination), which reaches only the first
 * 10,000 items.
 */
export function replyWithList<T>(call: Call, name: string, items: readonly T[], present: (item: T) => unknown): Reply {
  const limit = Math.min(100, parseWholeNumber(call.query, 'limit') ?? 25);
  const offset = parseWholeNumber(call.query, 'offset') ?? 0;
  if (offset + limit > 10_000) {
    return argumentError(['Offset + Limit must not exceed 10000'], 2002, 'Arguments Caused Error');
  }
  const total = findQueryValue(call.query, 'total') === 'true' ? items.length : null;
  return {
    status: 200,
    body: {
      [name]: items.slice(offset, offset + limit).map(present),
      limit,
      offset,
      total,
      more: offset + limit < items.length,
    },
  };
}

export function parseWholeNumber(query: Query, name: string): number | null {
  const text = findQueryValue(query, name);
  return text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : null;
}
