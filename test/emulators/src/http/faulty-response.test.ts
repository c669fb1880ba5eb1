import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PagerDutyEmulator, startPagerDutyEmulator } from '../pagerduty/start-pagerduty-emulator.ts';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { requestJson } from '../testing/request-json.ts';

const authorised = { authorization: 'Token token=t', from: 'kim@example.com' };
let emulator: PagerDutyEmulator;
beforeEach(async () => {
  emulator = await startPagerDutyEmulator({ world: createSmallWorld().pagerduty, token: 't' });
});
afterEach(() => emulator.close());

async function read(path = '/abilities') {
  const response = await fetch(emulator.url + path, { headers: authorised });
  return { status: response.status, text: await response.text() };
}
/** Adds notes with injected faults until one was stored and one was not. */
async function addUntilBoth(): Promise<Set<boolean>> {
  const seen = new Set<boolean>();
  for (let at = 0; seen.size < 2; at += 1) {
    const content = `note ${at}`;
    const url = `${emulator.url}/incidents/PINC1/notes`;
    const answer = await requestJson(url, authorised, 'POST', { note: { content } }).catch(() => null);
    expect(answer?.status ?? 599).toBeGreaterThanOrEqual(500);
    emulator.setFaults(null);
    seen.add((await read('/incidents/PINC1/notes')).text.includes(`"${content}"`));
    emulator.setFaults({ seed: at, reset: 1 });
  }
  return seen;
}

it("an injected 5xx is a gateway's HTML page, without the API's headers", async () => {
  emulator.setFaults({ seed: 1, failure5xx: 1 });
  const statuses = new Set<number>();
  for (let at = 0; at < 30; at += 1) {
    const { status, text } = await read();
    statuses.add(status);
    expect(text).toMatch(/^<html>/u);
  }
  expect([...statuses].sort()).toEqual([500, 502, 503]);
  expect(emulator.faultReport().failure5xx).toBe(30);
  emulator.setFaults(null);
  expect((await read()).status).toBe(200);
});

it('an injected reset breaks the connection, sometimes before and sometimes after the request was executed', async () => {
  emulator.setFaults({ seed: 1, reset: 1 });
  await expect(read()).rejects.toThrow();
  expect(await addUntilBoth()).toEqual(new Set([true, false]));
});

it('an injected truncation ends the body in the middle', async () => {
  emulator.setFaults({ seed: 1, truncatedBody: 1 });
  const response = await fetch(`${emulator.url}/incidents?date_range=all`, { headers: authorised });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

it('a response that an injected fault delays arrives completely', async () => {
  emulator.setFaults({ seed: 1, slowBody: 1, slowMs: 60 });
  const before = performance.now();
  const { text } = await read('/incidents?date_range=all');
  expect(JSON.parse(text).incidents).toHaveLength(3);
  expect(performance.now() - before).toBeGreaterThanOrEqual(55);
});

it('faults do not affect refused requests, and are marked in the exchange log', async () => {
  emulator.setFaults({ seed: 1, failure5xx: 1 });
  expect((await requestJson(`${emulator.url}/abilities`, {})).status).toBe(401);
  await read();
  expect(emulator.requests().map(({ status, fault }) => [status >= 500, fault])).toEqual([
    [false, undefined],
    [true, 'failure5xx'],
  ]);
});

it('another process can set a fault plan through a control route', async () => {
  const control = `${emulator.url}/_emulator/faults`;
  expect((await requestJson(control, {}, 'POST', { seed: 1, failure5xx: 1 })).status).toBe(200);
  expect((await read()).status).toBeGreaterThanOrEqual(500);
  expect((await requestJson(control, {})).body).toMatchObject({ failure5xx: 1 });
  expect((await requestJson(control, {}, 'POST', { seed: 1, failure5xx: 2 })).status).toBe(400);
  expect((await requestJson(control, {}, 'POST')).status).toBe(200);
  expect((await read()).status).toBe(200);
});
