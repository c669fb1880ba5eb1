import { createPagerDutyId } from '../http/create-numeric-id.ts';
import { createSortedView } from '../http/sorted-view.ts';
import { loadStateFile, saveStateFile } from '../http/state-file.ts';
import type { PagerDutyWorld, WorldChangeEvent, WorldIncident, WorldService, WorldUser } from '../world.ts';
import { createIncidentCountByService, type IncidentCountByService } from './incident-count-by-service.ts';
import { createIncidentLogIndex, type IncidentLogEntry } from './incident-log-index.ts';
import { createSimilarIncidents } from './similar-incidents.ts';

export interface StoredWebhookSubscription {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  /** The secret before the last rotation, and the time until which deliveries are also signed with it. */
  readonly former?: { readonly secret: string; readonly until: string } | null;
  readonly description: string;
  readonly events: readonly string[];
  readonly filter: {
    readonly type: 'account_reference' | 'service_reference' | 'team_reference';
    readonly id?: string;
  };
  readonly customHeaders: readonly { readonly name: string; readonly value: string }[];
  readonly active: boolean;
  /** Time until which the subscription is disabled after too many refused deliveries; null if it is enabled. */
  readonly disabledUntil: string | null;
}

/** Data written since the world was created. Changed and new incidents are stored completely. */
interface Written {
  readonly incidents: Record<string, WorldIncident>;
  readonly subscriptions: Record<string, StoredWebhookSubscription>;
  readonly changeEvents: Record<string, WorldChangeEvent>;
  readonly deletedServices: string[];
}

export interface PagerDutyState {
  readonly subdomain: string;
  readonly timeZone: string;
  readonly priorities: readonly string[];
  readonly services: ReadonlyMap<string, WorldService>;
  readonly users: ReadonlyMap<string, WorldUser>;
  readonly subscriptions: ReadonlyMap<string, StoredWebhookSubscription>;
  readonly changeEvents: ReadonlyMap<string, WorldChangeEvent>;
  /** Number of changes to incidents so far. A cache is outdated if this number has changed. */
  readonly version: number;
  /** Returns the name of a service, even if it was deleted. Returns the id if the service is unknown. */
  serviceName(id: string): string;
  serviceTally(id: string): IncidentCountByService;
  deleteService(id: string): void;
  /** Finds an incident by id or number, like `GET /incidents/{id}`. */
  findIncident(idOrNumber: string): WorldIncident | null;
  /** Returns incidents created from `since` (inclusive) to `until` (exclusive), in milliseconds since 1970; oldest first. */
  incidentsBetween(since: number, until: number): readonly WorldIncident[];
  logBetween(since: number, until: number): readonly IncidentLogEntry[];
  findLogEntry(id: string): IncidentLogEntry | null;
  /**
   * Returns the ids of similar incidents, oldest first. Their titles differ only in numbers, and they are at most half a year older or
   * newer.
   */
  similarIncidents(incident: WorldIncident): readonly string[];
  putIncident(incident: WorldIncident): void;
  nextNumber(): number;
  putChangeEvent(event: WorldChangeEvent): void;
  changesBetween(since: number, until: number): readonly WorldChangeEvent[];
  putSubscription(subscription: StoredWebhookSubscription): void;
  removeSubscription(id: string): void;
  nextSubscriptionId(): string;
}

const defaultTimeZone = 'America/New_York';

/** Combines the initial world with the data that an earlier process wrote to `stateFile`. Each write is saved immediately. */
export function createPagerDutyState(world: PagerDutyWorld, stateFile: string | undefined): PagerDutyState {
  const nothing: Written = { incidents: {}, subscriptions: {}, changeEvents: {}, deletedServices: [] };
  const written: Written = { ...nothing, ...loadStateFile<Partial<Written>>(stateFile) };
  const save = (): void => saveStateFile(stateFile, written);

  const incidents = new Map(world.incidents.map((incident) => [incident.id, incident]));
  for (const incident of Object.values(written.incidents)) incidents.set(incident.id, incident);
  const byNumber = new Map<string, string>();
  for (const { number, id } of incidents.values()) byNumber.set(String(number), id);
  const byCreation = createSortedView(incidents.values(), ({ createdAt }) => Date.parse(createdAt));
  const log = createIncidentLogIndex(incidents);
  const similar = createSimilarIncidents(incidents);
  const tally = createIncidentCountByService(incidents.values());
  const priorities = world.priorities ?? [...new Set(world.incidents.flatMap(({ priority }) => priority ?? []))].sort();
  let highest = 0;
  for (const { number } of incidents.values()) highest = Math.max(highest, number);
  let version = 0;

  const changeEvents = new Map((world.changeEvents ?? []).map((event) => [event.id, event]));
  for (const event of Object.values(written.changeEvents)) changeEvents.set(event.id, event);
  const byTimestamp = createSortedView(changeEvents.values(), ({ timestamp }) => Date.parse(timestamp));
  const named = new Map(world.services.map(({ id, name }) => [id, name]));
  const services = new Map(world.services.map((service) => [service.id, service]));
  for (const id of written.deletedServices) services.delete(id);
  const subscriptions = new Map(Object.entries(written.subscriptions));
  let count = subscriptions.size;

  return {
    subdomain: world.subdomain,
    timeZone: world.timeZone ?? defaultTimeZone,
    priorities,
    services,
    users: new Map(world.users.map((user) => [user.id, user])),
    subscriptions,
    changeEvents,
    get version() {
      return version;
    },
    serviceName: (id) => named.get(id) ?? id,
    serviceTally: tally.of,
    deleteService(id) {
      services.delete(id);
      written.deletedServices.push(id);
      save();
    },
    findIncident: (idOrNumber) => incidents.get(byNumber.get(idOrNumber) ?? idOrNumber) ?? null,
    incidentsBetween: byCreation.between,
    logBetween: log.between,
    findLogEntry: log.find,
    similarIncidents: similar.of,
    putIncident(incident) {
      const former = incidents.get(incident.id);
      incidents.set(incident.id, incident);
      byCreation.put(incident, former);
      if (former === undefined) similar.add(incident);
      byNumber.set(String(incident.number), incident.id);
      log.update(former, incident);
      tally.update(former, incident);
      highest = Math.max(highest, incident.number);
      version += 1;
      written.incidents[incident.id] = incident;
      save();
    },
    nextNumber: () => highest + 1,
    putChangeEvent(event) {
      changeEvents.set(event.id, event);
      byTimestamp.put(event);
      written.changeEvents[event.id] = event;
      save();
    },
    changesBetween: byTimestamp.between,
    putSubscription(subscription) {
      subscriptions.set(subscription.id, subscription);
      written.subscriptions[subscription.id] = subscription;
      save();
    },
    removeSubscription(id) {
      subscriptions.delete(id);
      delete written.subscriptions[id];
      save();
    },
    nextSubscriptionId() {
      while (subscriptions.has(createPagerDutyId('subscription', count))) count += 1;
      count += 1;
      return createPagerDutyId('subscription', count - 1);
    },
  };
}
