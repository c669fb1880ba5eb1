import { afterEach, expect, it } from 'vitest';
import { requestJson } from '../testing/request-json.ts';
import { createEmulatorCore, serveEmulator } from './core.ts';
import type { Emulator } from './emulator.ts';
import { findQueryValue, type Reply, type Route } from './reply.ts';
import type { VendorRules } from './serve-routes.ts';

const gone: Reply = { status: 410, body: { message: 'The place in the list is no longer known' } };
const rules: VendorRules = {
  provider: 'github',
  canonicalUrl: (url) => url,
  refuse: () => null,
  finish: (reply) => reply,
  notFound: () => ({ status: 404, body: {} }),
  malformed: () => ({ status: 400, body: {} }),
  expiredCursor: (call) => (findQueryValue(call.query, 'cursor') === undefined ? null : gone),
};
let emulator: Emulator | null = null;
afterEach(() => emulator?.close());

it('an expired-cursor fault affects requests with a cursor, but not requests for the beginning of a list', async () => {
  const list: Route = { method: 'get', path: '/list', handle: () => ({ status: 200, body: [] }) };
  emulator = await serveEmulator(createEmulatorCore({ token: 't' }), [list], [], rules);
  const statusOf = async (path: string) => (await requestJson(`${emulator?.url}${path}`, {})).status;
  emulator.setFaults({ seed: 1, expiredCursor: 1 });
  expect([await statusOf('/list'), await statusOf('/list?cursor=x')]).toEqual([200, 410]);
  expect(emulator.faultReport().expiredCursor).toBe(1);
  emulator.setFaults(null);
  expect(await statusOf('/list?cursor=x')).toBe(200);
});

it("exchanges are logged with the time of the emulator's clock", async () => {
  const route: Route = { method: 'get', path: '/', handle: () => ({ status: 200, body: {} }) };
  emulator = await serveEmulator(createEmulatorCore({ token: 't', now: () => 0 }), [route], [], rules);
  await requestJson(emulator.url, {});
  expect(emulator.requests()).toMatchObject([{ at: '1970-01-01T00:00:00.000Z', path: '/', status: 200 }]);
});
