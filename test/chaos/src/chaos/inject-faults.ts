import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '@refrain/sample-org';
import type { Fault } from '../faults/fault.ts';

export interface InjectionPlan {
  readonly faults: readonly Fault[];
  /** Events in all, over which they are spread. */
  readonly events: number;
  /** Those that have happened so far. */
  readonly happened: () => number;
  readonly random: Random;
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
}

const pollEveryMs = 50;

/** One fault after another, each no sooner than its number of events has happened. Ends when the last one is mended. */
export async function injectFaults({ faults, events, happened, random, signal, print }: InjectionPlan): Promise<void> {
  for (const [at, fault] of planInjections(faults, events, random)) {
    while (happened() < at) await wait(pollEveryMs, undefined, { signal });
    print(`${happened()} of ${events} events: ${fault.name}`);
    await fault.begin();
    await wait(fault.lastsMs, undefined, { signal });
    await fault.end();
  }
}

/** Each somewhere in a part of the events of its own. The last part stays free, so that what is mended has events, too. */
function planInjections(faults: readonly Fault[], events: number, random: Random): [number, Fault][] {
  const part = events / (faults.length + 1);
  return faults.map((fault, place) => [Math.round(part * (place + random.int(0, 80) / 100)), fault]);
}
