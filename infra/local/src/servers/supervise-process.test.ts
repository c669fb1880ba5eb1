import { AppError } from '@refrain/domain';
import { describe, expect, test } from 'vitest';
import { type RunningProcess, type SupervisionEvent, superviseProcess, waitUntilHung } from './supervise-process.ts';

function createProcess() {
  let end: (how: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const stops = { stop: async () => end('SIGTERM'), kill: () => end('SIGKILL') };
  return { ended, end, lastLines: async () => ['out of memory'], ...stops };
}

function startFrom(...attempts: (RunningProcess | Error)[]) {
  return async () => {
    const next = attempts.shift();
    if (next === undefined) throw new Error('no further attempt was expected');
    if (next instanceof Error) throw next;
    return next;
  };
}

// These tests wait for the real pauses between restarts: 1 s, then 2 s.
describe.concurrent('superviseProcess', () => {
  test('restarts a process that ended, and reports both the end and the restart', async ({ expect }) => {
    const [first, second] = [createProcess(), createProcess()];
    const events: SupervisionEvent[] = [];
    const { stop } = await superviseProcess({
      start: startFrom(first, second),
      onEvent: (event) => events.push(event),
    });
    first.end('SIGKILL');
    await expect.poll(() => events.length, { timeout: 5_000 }).toBe(2);
    expect(events).toEqual([
      { type: 'ended', how: 'SIGKILL', lastLines: ['out of memory'], pauseMs: 1_000 },
      { type: 'restarted' },
    ]);
    await stop();
    expect(await second.ended).toBe('SIGTERM');
    expect(events).toHaveLength(2);
  });

  test('kills and restarts a process that does not respond, but not a process that responds', async ({ expect }) => {
    const [hung, healthy] = [createProcess(), createProcess()];
    let probes = 0;
    const countProbe = async () => {
      probes += 1;
      return true;
    };
    const events: SupervisionEvent[] = [];
    const { stop } = await superviseProcess({
      start: startFrom({ ...hung, isHealthy: async () => false }, { ...healthy, isHealthy: countProbe }),
      onEvent: (event) => events.push(event),
      health: { probeEveryMs: 200, maxUnanswered: 3 },
    });
    await expect.poll(() => probes, { timeout: 5_000 }).toBeGreaterThan(3);
    expect(events).toEqual([
      { type: 'hung', forMs: 600, lastLines: ['out of memory'], pauseMs: 1_000 },
      { type: 'restarted' },
    ]);
    expect(await hung.ended).toBe('SIGKILL');
    await stop();
    expect(await healthy.ended).toBe('SIGTERM');
  });

  test('gives up after the last permitted failure in a row, and counts failed starts as failures', async ({
    expect,
  }) => {
    const [first, second] = [createProcess(), createProcess()];
    const away = new AppError('unavailable', 'The disk is full');
    const events: SupervisionEvent[] = [];
    const start = startFrom(first, away, second);
    const { stop } = await superviseProcess({ start, onEvent: (event) => events.push(event), maxFailures: 3 });
    first.end('1');
    await expect.poll(() => events.at(-1)?.type, { timeout: 10_000 }).toBe('restarted');
    second.end('1');
    await expect.poll(() => events.at(-1)?.type, { timeout: 5_000 }).toBe('gave_up');
    expect(events.slice(1)).toEqual([
      { type: 'start_failed', problem: 'The disk is full', pauseMs: 2_000 },
      { type: 'restarted' },
      { type: 'ended', how: '1', lastLines: ['out of memory'], pauseMs: null },
      { type: 'gave_up', failures: 3 },
    ]);
    await stop();
  });

  test('rejects with the error if the first start fails', async ({ expect }) => {
    const onEvent = () => {};
    await expect(superviseProcess({ start: startFrom(new Error('no binary')), onEvent })).rejects.toThrow('no binary');
  });

  test('stopping the supervision ends a process that is still starting', async ({ expect }) => {
    const [first, late] = [createProcess(), createProcess()];
    const starts = startFrom(first);
    let isStarting = false;
    const { stop } = await superviseProcess({
      async start(signal) {
        if (!isStarting) {
          isStarting = true;
          return starts();
        }
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        return late;
      },
      onEvent: () => {},
    });
    first.end('1');
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    await stop();
    expect(await late.ended).toBe('SIGTERM');
  });
});

// With a shorter interval, a busy machine could delay a probe by more than 50 %, and such probes do not count.
const limits = { probeEveryMs: 200, maxUnanswered: 3 };

/** Creates a health probe. Its n-th call succeeds if the n-th character of the text is `+`, and fails otherwise. */
function answerBy(text: string) {
  let probes = 0;
  return { isHealthy: async () => text[probes++] === '+', count: () => probes };
}

test('a server counts as hung if it leaves several probes in a row unanswered', async () => {
  const { isHealthy, count } = answerBy('+--+-+---');
  expect(await waitUntilHung(isHealthy, limits, new AbortController().signal)).toBe(true);
  // A probe that a busy machine delays does not count, so there may be more.
  expect(count()).toBeGreaterThanOrEqual(9);
});

test('a server does not count as hung if probes time out while the machine is suspended', async () => {
  let probes = 0;
  async function probeOnSuspendedMachine() {
    probes += 1;
    const until = performance.now() + 350;
    while (performance.now() < until);
    return false;
  }
  expect(await waitUntilHung(probeOnSuspendedMachine, limits, AbortSignal.timeout(2_000))).toBe(false);
  expect(probes).toBeGreaterThan(limits.maxUnanswered);
});

test('stops probing when the server has ended', async () => {
  expect(await waitUntilHung(async () => true, limits, AbortSignal.timeout(300))).toBe(false);
});
