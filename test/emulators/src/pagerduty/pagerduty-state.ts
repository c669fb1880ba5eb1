import { pagerDutyId } from '../http/numeric-id.ts';
import { loadState, saveState } from '../http/state-file.ts';
import type { PagerDutyWorld, WorldIncident, WorldService, WorldUser } from '../world.ts';

export interface StoredSubscription {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly filter: {
    readonly type: 'account_reference' | 'service_reference' | 'team_reference';
    readonly id?: string;
  };
  readonly customHeaders: readonly { readonly name: string; readonly value: string }[];
  readonly active: boolean;
  readonly temporarilyDisabled: boolean;
}

/** What was written since the world was made. Incidents are kept whole, new and changed ones alike. */
interface Written {
  readonly incidents: Record<string, WorldIncident>;
  readonly subscriptions: Record<string, StoredSubscription>;
}

export interface PagerDutyState {
  readonly subdomain: string;
  readonly services: ReadonlyMap<string, WorldService>;
  readonly users: ReadonlyMap<string, WorldUser>;
  readonly incidents: ReadonlyMap<string, WorldIncident>;
  readonly subscriptions: ReadonlyMap<string, StoredSubscription>;
  /** By id or by number, as `GET /incidents/{id}` takes both. */
  findIncident(idOrNumber: string): WorldIncident | null;
  putIncident(incident: WorldIncident): void;
  nextNumber(): number;
  putSubscription(subscription: StoredSubscription): void;
  nextSubscriptionId(): string;
}

/** The world with what an earlier run wrote into `stateFile`; each write is saved at once. The world itself is not changed. */
export function createPagerDutyState(world: PagerDutyWorld, stateFile: string | undefined): PagerDutyState {
  const written = loadState<Written>(stateFile) ?? { incidents: {}, subscriptions: {} };
  const incidents = new Map(world.incidents.map((incident) => [incident.id, incident]));
  for (const incident of Object.values(written.incidents)) incidents.set(incident.id, incident);
  const byNumber = new Map([...incidents.values()].map((incident) => [String(incident.number), incident.id]));
  const subscriptions = new Map(Object.entries(written.subscriptions));
  const save = (): void => saveState(stateFile, written);

  return {
    subdomain: world.subdomain,
    services: new Map(world.services.map((service) => [service.id, service])),
    users: new Map(world.users.map((user) => [user.id, user])),
    incidents,
    subscriptions,
    findIncident: (idOrNumber) => incidents.get(byNumber.get(idOrNumber) ?? idOrNumber) ?? null,
    putIncident(incident) {
      incidents.set(incident.id, incident);
      byNumber.set(String(incident.number), incident.id);
      written.incidents[incident.id] = incident;
      save();
    },
    nextNumber: () => [...incidents.values()].reduce((highest, { number }) => Math.max(highest, number), 0) + 1,
    putSubscription(subscription) {
      subscriptions.set(subscription.id, subscription);
      written.subscriptions[subscription.id] = subscription;
      save();
    },
    nextSubscriptionId: () => pagerDutyId('subscription', subscriptions.size),
  };
}
