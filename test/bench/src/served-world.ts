import { once } from 'node:events';
import { join } from 'node:path';
import type { StartedProcess } from './start-process.ts';
import { startScript } from './start-process.ts';
import type { ListedWorld } from './world/list-world.ts';
import type { WorldSize } from './world/world-size.ts';

export const emulatorToken = 'bench-token';
export const worldEndsAt = Date.parse('2026-01-01T00:00:00Z');

/** What the process of the emulators answers. */
export interface ServedWorld {
  readonly size: WorldSize;
  readonly urls: { readonly github: string; readonly pagerduty: string };
  /** Answered so far. */
  readonly requests: { readonly github: number; readonly pagerduty: number };
  /** Given where it was asked for. */
  readonly existing: ListedWorld | null;
}

/** Seconds in which a process of its own reads all of it and keeps nothing: what the emulators and HTTP take by themselves. */
export async function drainEmulators(emulators: Emulators): Promise<number> {
  const { urls } = await emulators.ask('counts');
  const script = join(import.meta.dirname, 'drain-world.js');
  const { ready, stop } = await startScript(script, { BENCH_GITHUB: urls.github, BENCH_PAGERDUTY: urls.pagerduty });
  await stop();
  return ready.seconds ?? Number.NaN;
}

export interface Emulators extends Pick<StartedProcess, 'usage' | 'stop'> {
  ask(question: 'counts' | 'existing'): Promise<ServedWorld>;
}

/** Both emulators in a process of their own, with their limits off. */
export async function startEmulators(failures: number): Promise<Emulators> {
  const { child, usage, stop } = await startScript(join(import.meta.dirname, 'serve-world.js'), {
    BENCH_FAILURES: String(failures),
  });
  return {
    usage,
    stop,
    async ask(question) {
      const answer = once(child, 'message');
      child.send(question);
      const [world] = (await answer) as [ServedWorld];
      return world;
    },
  };
}
