import type { PagerDutyEmulator } from '@refrain/emulators';
import type { RandomStream } from '@refrain/sample-org';
import { encodeTextMarker } from '../comparison/expected-record.ts';
import { createSerialQueue, type SerialQueue } from './serial-queue.ts';

interface Incident {
  readonly lane: SerialQueue;
  /** Whether the incident is older than the first event and therefore missing from lists of recent incidents. */
  readonly isOld: boolean;
  readonly id: Promise<string>;
  state: 'triggered' | 'acknowledged' | 'resolved' | 'merged';
}

const weights = {
  open: 12,
  declare: 2,
  acknowledge: 8,
  note: 7,
  resolve: 9,
  reopen: 2,
  escalate: 2,
  prioritise: 4,
  move: 2,
  merge: 3,
  change: 6,
};
type Kind = keyof typeof weights;

export interface IncidentEvents {
  /** Performs a random event. Resolves after the emulator has applied it and attempted to deliver its webhooks. */
  next(mark: string): Promise<unknown>;
  /** Chooses a service to be deleted, and returns it. The service gets no further events. */
  retireService(): string;
}

/** Creates events that depend only on the seed, and not on when webhook deliveries succeed. */
export function createIncidentEvents(
  emulator: PagerDutyEmulator,
  services: string[],
  random: RandomStream,
): IncidentEvents {
  const { act } = emulator;
  const incidents: Incident[] = emulator
    .listIncidents()
    .filter(({ resolvedAt, serviceId }) => resolvedAt !== null && services.includes(serviceId))
    .map(({ id }) => ({ lane: createSerialQueue(), isOld: true, id: Promise.resolve(id), state: 'resolved' }));
  const inState = (...states: readonly Incident['state'][]) => incidents.filter(({ state }) => states.includes(state));
  /** Returns the 50 most recent incidents with a probability of 0.7, otherwise all incidents. */
  const any = () => incidents.slice(random.chance(0.7) ? -50 : 0);

  function open(mark: string, isDeclared = false): Promise<unknown> {
    const [service, urgency] = [random.pick(services), random.pick(['high', 'low'] as const)];
    const lane = createSerialQueue();
    const details = { reason: `The quota ${encodeTextMarker(mark)} is used up` };
    const opened = lane.run(() =>
      act.openIncident({ title: `Queue ${mark} is full`, service, urgency, details, isDeclared }),
    );
    incidents.push({ lane, isOld: false, id: opened.then(({ id }) => id), state: 'triggered' });
    return opened;
  }
  function change(
    incident: Incident | undefined,
    work: (id: string) => Promise<unknown>,
    state = incident?.state,
  ): Promise<unknown> | null {
    if (incident === undefined || state === undefined) return null;
    incident.state = state;
    return incident.lane.run(async () => work(await incident.id));
  }
  const one = (candidates: readonly Incident[]): Incident | undefined =>
    candidates.length === 0 ? undefined : random.pick(candidates);

  function merge(): Promise<unknown> | null {
    const open = inState('triggered', 'acknowledged');
    const reopened = open.filter(({ isOld }) => isOld);
    const [first, second] = random.shuffle(open.slice(-20));
    const [target, source] = [random.chance(0.5) ? (one(reopened) ?? first) : first, second];
    if (target === undefined || source === undefined || target === source) return null;
    source.state = 'merged';
    return target.lane.run(() =>
      source.lane.run(async () => act.mergeIncidents({ id: await target.id, sources: [await source.id] })),
    );
  }
  function happen(kind: Kind, mark: string): Promise<unknown> | null {
    switch (kind) {
      case 'open':
        return open(mark);
      case 'declare':
        return open(mark, true);
      case 'acknowledge':
        return change(one(inState('triggered')), (id) => act.acknowledgeIncident({ id }), 'acknowledged');
      case 'note':
        return change(one(any()), (id) => act.addNote({ id, content: `Looked at the queue: ${mark}` }));
      case 'resolve':
        return change(
          one(inState('triggered', 'acknowledged').slice(0, 30)),
          (id) => act.resolveIncident({ id }),
          'resolved',
        );
      case 'reopen':
        return change(one(inState('resolved')), (id) => act.reopenIncident({ id }), 'triggered');
      case 'escalate':
        return change(one(inState('triggered')), (id) => act.escalateIncident({ id }));
      case 'prioritise': {
        const priority = random.pick(['P1', 'P2', 'P3']);
        return change(one(any()), (id) => act.setPriority({ id, priority }));
      }
      case 'move': {
        const service = random.pick(services);
        return change(one(inState('triggered', 'acknowledged')), (id) => act.moveIncident({ id, service }));
      }
      case 'merge':
        return merge();
      case 'change':
        return Promise.resolve(act.sendChangeEvent({ summary: `Deploy ${mark}`, services: [random.pick(services)] }));
    }
  }
  return {
    next: (mark) => happen(random.weighted(weights), mark) ?? open(mark),
    retireService() {
      const retired = services.pop();
      if (retired === undefined) throw new Error('All services are deleted already. Generate more services.');
      return retired;
    },
  };
}
