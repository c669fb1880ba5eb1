import { expect, test } from 'vitest';
import { untilHung } from './watch-health.ts';

// A probe that takes 50 % longer does not count, which a busy machine must not cause here.
const limits = { probeEveryMs: 200, maxUnanswered: 3 };

/** Answers as the text says: `+` in time, `-` not in time. Then it counts as hung. */
function answerBy(text: string) {
  let probes = 0;
  return { isHealthy: async () => text[probes++] === '+', count: () => probes };
}

test('a server hangs when it leaves several probes in a row without an answer', async () => {
  const { isHealthy, count } = answerBy('+--+-+---');
  expect(await untilHung(isHealthy, limits, new AbortController().signal)).toBe(true);
  expect(count()).toBe(9);
});

test('a server that leaves probes without an answer while the machine is suspended does not hang', async () => {
  let probes = 0;
  async function probeOnSuspendedMachine() {
    probes += 1;
    const until = performance.now() + 350;
    while (performance.now() < until);
    return false;
  }
  expect(await untilHung(probeOnSuspendedMachine, limits, AbortSignal.timeout(2_000))).toBe(false);
  expect(probes).toBeGreaterThan(limits.maxUnanswered);
});

test('probing stops when the server has ended', async () => {
  expect(await untilHung(async () => true, limits, AbortSignal.timeout(300))).toBe(false);
});
