import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { listenForShutdown } from './shutdown.ts';

/** Removes the signal handlers after the test, because otherwise this process could not be ended by a signal. */
function openShutdown(onProblem: (problem: unknown) => void) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const before = new Set(signals.flatMap((name) => process.listeners(name)));
  const shutdown = listenForShutdown(onProblem);
  onTestFinished(() => {
    for (const name of signals) {
      for (const listener of process.listeners(name)) if (!before.has(listener)) process.off(name, listener);
    }
  });
  return shutdown;
}

test('the stop functions of a group run concurrently, after all stop functions that were registered later', async () => {
  const events: string[] = [];
  const shutdown = openShutdown((problem) => events.push(String(problem)));
  const deferServer = shutdown.deferTogether();
  for (const name of ['PostgreSQL', 'Redis']) {
    deferServer(async () => {
      events.push(`${name} stops`);
      await sleep(50);
      events.push(`${name} has stopped`);
      throw new Error(`${name} failed`);
    });
  }
  shutdown.defer(async () => void events.push('API stops'));
  await shutdown.stopAll();
  expect(events).toEqual([
    'API stops',
    'PostgreSQL stops',
    'Redis stops',
    'PostgreSQL has stopped',
    'Redis has stopped',
    'Error: PostgreSQL failed',
    'Error: Redis failed',
  ]);
});
