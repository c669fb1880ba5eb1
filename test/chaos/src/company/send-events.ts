import { setTimeout as wait } from 'node:timers/promises';
import { secondInMs } from '@refrain/domain';
import type { Random } from '@refrain/sample-org';
import type { Trouble } from './trouble.ts';

export interface EventPlan {
  readonly events: number;
  readonly perSecond: number;
  /** Makes one event happen; resolves when it was done. */
  readonly next: (number: number) => Promise<unknown>;
  readonly troubles: readonly Trouble[];
  readonly random: Random;
  readonly print: (line: string) => void;
}

/** The beginning or the end of a trouble. */
interface TroubleStart {
  /** The number of the event before which it is due. */
  readonly at: number;
  readonly what: string;
  /** Milliseconds since the turn before it, at least. */
  readonly afterMs: number;
  /** Whether what it ends has done what it is for. */
  readonly isRipe: () => boolean;
  readonly run: () => unknown;
}

/** Events that may be under way: the emulators' own answers to a slow receiver take seconds. */
const maxInFlight = 400;
/** Events between two turns, so that there are some in each trouble. */
const minBetween = 3;
/** What does not come about by then does not come about at all. */
const maxWaitMs = 60_000;

/** Makes the events happen at their pace, and the troubles between them. Ends when all were done. */
export async function sendEvents({ events, perSecond, next, troubles, random, print }: EventPlan): Promise<void> {
  const starts = planTroubles(troubles, events, random);
  const inFlight = new Set<Promise<unknown>>();
  const problems: unknown[] = [];
  const startedAt = Date.now();
  let last = { at: 0, number: -minBetween };

  const isDueByTime = ({ afterMs, isRipe }: TroubleStart): boolean => {
    const passed = Date.now() - last.at;
    return passed >= afterMs && (isRipe() || passed >= maxWaitMs);
  };
  async function take(start: TroubleStart, number: number): Promise<void> {
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

/** One after another, each with a part of the events for itself, most of which it lasts. */
function planTroubles(troubles: readonly Trouble[], events: number, random: Random): TroubleStart[] {
  const part = events / (troubles.length + 1);
  return troubles.flatMap(({ name, lastsMs = 0, isDone = always, begin, end }, place): TroubleStart[] => {
    const from = Math.ceil(part * (place + random.int(30, 60) / 100));
    const to = Math.ceil(part * (place + 0.95));
    const over =
      end === undefined ? [] : [{ at: to, what: `${name}: over`, afterMs: lastsMs, isRipe: isDone, run: end }];
    return [{ at: from, what: name, afterMs: 0, isRipe: always, run: begin }, ...over];
  });
}

function always(): boolean {
  return true;
}
