import { once } from 'node:events';
import { join } from 'node:path';
import type { StartedProcess } from './start-process.ts';
import { startScript } from './start-process.ts';
import type { GeneratedRecordCounts } from './world/generated-record-counts.ts';
import type { ExpectedRecords } from './world/list-expected-records.ts';

export const emulatorToken = 'bench-token';
export const generatedHistoryEnd = Date.parse('2026-01-01T00:00:00Z');

export interface EmulatorState {
  readonly size: GeneratedRecordCounts;
  readonly urls: { readonly github: string; readonly pagerduty: string };
  readonly requests: { readonly github: number; readonly pagerduty: number };
  /** Records that exist at the providers; null unless requested. */
  readonly existing: ExpectedRecords | null;
}

/** Measures how long a separate process takes to read all records and store nothing: the cost of the emulators and of HTTP. */
export async function measureReadDuration(
  emulators: EmulatorServer,
): Promise<{ seconds: number; cpuSeconds: number | null }> {
  const { urls } = await emulators.ask('counts');
  const script = join(import.meta.dirname, 'read-all-records.js');
  const { ready, usage, stop } = await startScript(script, {
    BENCH_GITHUB: urls.github,
    BENCH_PAGERDUTY: urls.pagerduty,
  });
  const cpuSeconds = usage()?.cpuSeconds ?? null;
  await stop();
  return { seconds: ready.seconds ?? Number.NaN, cpuSeconds };
}

export interface EmulatorServer extends Pick<StartedProcess, 'usage' | 'stop'> {
  ask(question: 'counts' | 'existing'): Promise<EmulatorState>;
}

export interface EmulatorServerOptions {
  readonly repositories?: number;
  readonly slowMs?: number;
}

export async function startEmulatorServer(
  failures: number,
  options: EmulatorServerOptions = {},
): Promise<EmulatorServer> {
  const { child, usage, stop } = await startScript(join(import.meta.dirname, 'emulator-server-process.js'), {
    BENCH_FAILURES: String(failures),
    BENCH_REPOSITORIES: String(options.repositories ?? 0),
    BENCH_SLOW_MS: String(options.slowMs ?? 0),
  });
  return {
    usage,
    stop,
    async ask(question) {
      const answer = once(child, 'message');
      child.send(question);
      const [world] = (await answer) as [EmulatorState];
      return world;
    },
  };
}
