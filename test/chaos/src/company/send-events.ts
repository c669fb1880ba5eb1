import { setTimeout as wait } from 'node:timers/promises';
import { secondInMs } from '@refrain/domain';
import type { RandomStream } from '@refrain/sample-org';
import type { Disturbance } from './disturbance.ts';

export interface EventSchedule {
  readonly events: number;
  readonly perSecond: number;
  /** Performs one event. Resolves when the event is applied. */
  readonly next: (number: number) => Promise<unknown>;
  readonly disturbances: readonly Disturbance[];
  readonly random: RandomStream;
  readonly print: (line: string) => void;
}

interface DisturbanceStart {
  /** The disturbance starts or ends before the event with this number. */
  readonly at: number;
  readonly what: string;
  /** Minimum number of milliseconds since the previous start or end of a disturbance. */
  readonly afterMs: number;
  /** Returns whether a disturbance may end because it has had its effect. Always returns true for a start. */
  readonly mayRun: () => boolean;
  readonly run: () => unknown;
}

/** Maximum number of events in flight. The emulators take seconds to give up on a slow webhook receiver. */
const maxInFlight = 400;
/** Minimum number of events between two starts or ends of disturbances, so that each disturbance affects some events. */
const minBetween = 3;
/** Milliseconds after which a disturbance ends even if it has had no effect. */
const maxWaitMs = 60_000;

/** Performs the events at the given rate while disturbances start and end. Resolves when all are done. */
export async function sendEvents({
  events,
  perSecond,
  next,
  disturbances,
  random,
  print,
}: EventSchedule): Promise<void> {
  const starts = planDisturbances(disturbances, events, random);
  const inFlight = new Set<Promise<unknown>>();
  const problems: unknown[] = [];
  const startedAt = Date.now();
  let last = { at: 0, number: -minBetween };

  const isDueByTime = ({ afterMs, mayRun }: DisturbanceStart): boolean => {
    const passed = Date.now() - last.at;
    return passed >= afterMs && (mayRun() || passed >= maxWaitMs);
  };
  async function take(start: DisturbanceStart, number: number): Promise<void> {
    starts.shift();
    print(`${number} of ${events} events: ${start.what}`);
    last = { at: Date.now(), number };
    await start.run();
  }
  for (let number = 0; number < events; number += 1) {
    const [start] = starts;
    const isDue = start !== undefined && start.at <= number && last.number + minBetween <= number;
    if (isDue && isDueByTime(start)) await take(start, number);
    const done = next(number).catch((thrown: unknown) => problems.push(thrown));
    inFlight.add(done);
    void done.finally(() => inFlight.delete(done));
    if (problems.length > 0) throw problems[0];
    if (inFlight.size >= maxInFlight) await Promise.race(inFlight);
    await wait(Math.max(0, startedAt + (number / perSecond) * secondInMs - Date.now()));
    if (number > 0 && number % 1_000 === 0) print(`${number} of ${events} events`);
  }
  for (let [start] = starts; start !== undefined; [start] = starts) {
    while (!isDueByTime(start)) await wait(100);
    await take(start, events);
  }
  await Promise.all(inFlight);
  if (problems.length > 0) throw problems[0];
}

/** Schedules the disturbances one after another, each in a separate section of the events. A disturbance lasts for most of its section. */
function planDisturbances(
  disturbances: readonly Disturbance[],
  events: number,
  random: RandomStream,
): DisturbanceStart[] {
  const part = events / (disturbances.length + 1);
  return disturbances.flatMap(({ name, lastsMs = 0, isDone = always, begin, end }, index): DisturbanceStart[] => {
    const from = Math.ceil(part * (index + random.int(30, 60) / 100));
    const to = Math.ceil(part * (index + 0.95));
    const over =
      end === undefined ? [] : [{ at: to, what: `${name}: over`, afterMs: lastsMs, mayRun: isDone, run: end }];
    return [{ at: from, what: name, afterMs: 0, mayRun: always, run: begin }, ...over];
  });
}

function always(): boolean {
  return true;
}
