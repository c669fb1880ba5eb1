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
  readonly say: (line: string) => void;
}

const lookEveryMs = 50;

/** One fault after another, each no sooner than its number of events has happened. Ends when the last one is mended. */
export async function injectFaults({ faults, events, happened, random, signal, say }: InjectionPlan): Promise<void> {
  for (const [at, fault] of planMoments(faults, events, random)) {
    while (happened() < at) await wait(lookEveryMs, undefined, { signal });
    say(`${happened()} of ${events} events: ${fault.name}`);
    await fault.begin();
    await wait(fault.lastsMs, undefined, { signal });
    await fault.end();
  }
}

/** Each somewhere in a part of the events of its own. The last part stays free, so that what is mended has events, too. */
function planMoments(faults: readonly Fault[], events: number, random: Random): [number, Fault][] {
  const part = events / (faults.length + 1);
  return faults.map((fault, place) => [Math.round(part * (place + random.int(0, 80) / 100)), fault]);
}
