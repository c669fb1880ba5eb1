import type { Schemas } from '../../api/refrain.ts';
import { eventLabels } from '../../labels/event-labels.ts';

export type Kind = Schemas['Subscription']['kind'];
export type ScopeKind = Schemas['DigestScope']['kind'];
type Event = Schemas['EventType'];

/** What is entered in the form. */
export interface Wanted {
  readonly kind: Kind;
  readonly address: string;
  readonly events: readonly string[];
  readonly scope: ScopeKind;
  /** Of the service or the team. */
  readonly name: string;
  readonly period: string;
}

/** Slack shows no reports: there would be one for each regrouping. */
export function offeredEvents(kind: Kind): readonly Event[] {
  return (Object.keys(eventLabels) as Event[]).filter((event) => kind === 'webhook' || event !== 'report_written');
}

/** What is chosen before anybody chooses: a channel is told little, a program everything. */
export function defaultEvents(kind: Kind): readonly Event[] {
  return kind === 'slack' ? ['digest_written'] : offeredEvents(kind);
}

/** As the API takes it. */
export function readWanted({ kind, address, events, scope, name, period }: Wanted): Schemas['NewSubscription'] {
  return {
    kind,
    address: address.trim(),
    events: offeredEvents(kind).filter((event) => events.includes(event)),
    scope: scope === 'organisation' ? { kind: scope } : { kind: scope, name: name.trim() },
    period: period === 'week' || period === 'month' ? period : null,
  } as Schemas['NewSubscription'];
}
