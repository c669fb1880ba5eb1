import { setTimeout as wait } from 'node:timers/promises';
import { secondInMs } from '@refrain/domain';
import type { Random } from '@refrain/sample-org';
import type { Trouble } from './troubles.ts';

export interface EventPlan {
  readonly events: number;
  readonly perSecond: number;
  /** Makes one event happen; resolves when it was done. */
  readonly next: (number: number) => Promise<unknown>;
  readonly troubles: readonly Trouble[];
  readonly random: Random;
  readonly say: (line: string) => void;
}

interface Due {
  readonly at: number;
  readonly what: string;
  readonly lastsMs: number;
  readonly run: () => unknown;
}

/** Events that may be under way: the emulators' own answers to a slow receiver take seconds. */
const mostUnderWay = 400;

/** Makes the events happen at their pace, and the troubles between them. Ends when all were done. */
export async function sendEvents({ events, perSecond, next, troubles, random, say }: EventPlan): Promise<void> {
  const dues = planTroubles(troubles, events, random);
  const underWay = new Set<Promise<unknown>>();
  const problems: unknown[] = [];
  const startedAt = Date.now();
  let pausedMs = 0;
  let begunAt = startedAt;
  for (let number = 1; number <= events; number += 1) {
    for (let [due] = dues; due !== undefined && due.at <= number; [due] = dues) {
      dues.shift();
      const leftMs = Math.max(0, begunAt + due.lastsMs - Date.now());
      pausedMs += leftMs;
      await wait(leftMs);
      say(`${number - 1} of ${events} events: ${due.what}`);
      begunAt = Date.now();
      await due.run();
    }
    const done = next(number).catch((thrown: unknown) => problems.push(thrown));
    underWay.add(done);
    void done.finally(() => underWay.delete(done));
    if (problems.length > 0) throw problems[0];
    if (underWay.size >= mostUnderWay) await Promise.race(underWay);
    await wait(Math.max(0, startedAt + pausedMs + (number / perSecond) * secondInMs - Date.now()));
    if (number % 1_000 === 0) say(`${number} of ${events} events`);
  }
  await Promise.all(underWay);
  if (problems.length > 0) throw problems[0];
}

/** One after another, each with a part of the events for itself: it ends where two thirds of them are over. */
function planTroubles(troubles: readonly Trouble[], events: number, random: Random): Due[] {
  const part = events / (troubles.length + 1);
  return troubles.flatMap(({ name, lastsMs = 0, begin, end }, place): Due[] => {
    const from = Math.ceil(part * (place + random.int(30, 60) / 100));
    const to = Math.ceil(part * (place + 0.95));
    const over = end === undefined ? [] : [{ at: to, what: `${name}: over`, lastsMs, run: end }];
    return [{ at: from, what: name, lastsMs: 0, run: begin }, ...over];
  });
}
