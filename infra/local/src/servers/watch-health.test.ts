import { expect, test } from 'vitest';
import { waitUntilHung } from './watch-health.ts';

// With a shorter interval, a busy machine could delay a probe by more than 50 %, and such probes do not count.
const limits = { probeEveryMs: 200, maxUnanswered: 3 };

/** Answers each probe as the text says, `+` in time and `-` too late, and probes after the end of the text not at all. */
function answerBy(text: string) {
  let probes = 0;
  return { isHealthy: async () => text[probes++] === '+', count: () => probes };
}

test('a server counts as hung if it leaves several probes in a row unanswered', async () => {
  const { isHealthy, count } = answerBy('+--+-+---');
  expect(await waitUntilHung(isHealthy, limits, new AbortController().signal)).toBe(true);
  expect(count()).toBe(9);
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
