import { setTimeout as wait } from 'node:timers/promises';
import type { RandomStream } from '@refrain/sample-org';
import type { Fault } from '../faults/fault.ts';

export interface FaultInjectionOptions {
  readonly faults: readonly Fault[];
  readonly events: number;
  readonly happened: () => number;
  readonly random: RandomStream;
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
}

const pollEveryMs = 50;

/**
 * Injects the faults one after another, each as soon as its scheduled number of events has happened. Resolves when the last fault is
 * repaired.
 */
export async function injectFaults({
  faults,
  events,
  happened,
  random,
  signal,
  print,
}: FaultInjectionOptions): Promise<void> {
  for (const [at, fault] of planInjections(faults, events, random)) {
    while (happened() < at) await wait(pollEveryMs, undefined, { signal });
    print(`${happened()} of ${events} events: ${fault.name}`);
    await fault.begin();
    await wait(fault.lastsMs, undefined, { signal });
    await fault.end();
  }
}

/**
 * Schedules each fault at a random event within a separate section of the events. Some events follow the last fault, so that repaired
 * components receive events too.
 */
function planInjections(faults: readonly Fault[], events: number, random: RandomStream): [number, Fault][] {
  const part = events / (faults.length + 1);
  return faults.map((fault, index) => [Math.round(part * (index + random.int(0, 80) / 100)), fault]);
}
