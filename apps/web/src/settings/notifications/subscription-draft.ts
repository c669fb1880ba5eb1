import type { Schemas } from '../../api/refrain.ts';
import { eventLabels } from '../../labels/event-labels.ts';

export type SubscriptionKind = Schemas['Subscription']['kind'];
export type SubscriptionScopeKind = Schemas['DigestScope']['kind'];
type Event = Schemas['EventType'];

export interface SubscriptionDraft {
  readonly kind: SubscriptionKind;
  readonly address: string;
  readonly events: readonly string[];
  readonly scope: SubscriptionScopeKind;
  readonly name: string;
  readonly period: string;
}

/** Returns the events that a subscription can have. Slack gets no reports, because each clustering writes new ones. */
export function listSubscribableEvents(kind: SubscriptionKind): readonly Event[] {
  return (Object.keys(eventLabels) as Event[]).filter((event) => kind === 'webhook' || event !== 'report_written');
}

/** Returns the preselected events: only digests for Slack, all events for a webhook. */
export function listDefaultEvents(kind: SubscriptionKind): readonly Event[] {
  return kind === 'slack' ? ['digest_written'] : listSubscribableEvents(kind);
}

export function toNewSubscription({
  kind,
  address,
  events,
  scope,
  name,
  period,
}: SubscriptionDraft): Schemas['NewSubscription'] {
  return {
    kind,
    address: address.trim(),
    events: listSubscribableEvents(kind).filter((event) => events.includes(event)),
    scope: scope === 'organisation' ? { kind: scope } : { kind: scope, name: name.trim() },
    period: period === 'week' || period === 'month' ? period : null,
  } as Schemas['NewSubscription'];
}
