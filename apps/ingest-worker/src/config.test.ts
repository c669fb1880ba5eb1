import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const required = {
  DATABASE_URL: 'postgres://refrain@127.0.0.1/refrain',
  REDIS_URL: 'redis://127.0.0.1',
  REFRAIN_ENCRYPTION_KEY: '07'.repeat(32),
};

test('uses defaults for missing settings', () => {
  expect(loadConfig(required)).toMatchObject({
    publicUrl: null,
    payloadDays: 90,
    syncEveryMs: 300_000,
    connectionCheckEveryMs: 600_000,
  });
});

test('loadConfig reads intervals in seconds, and names an invalid setting in its error', () => {
  expect(
    loadConfig({ ...required, REFRAIN_SYNC_SECONDS: '60', REFRAIN_CONNECTION_CHECK_SECONDS: '120' }),
  ).toMatchObject({
    syncEveryMs: 60_000,
    connectionCheckEveryMs: 120_000,
  });
  for (const wrong of ['0', 'often', '1e9']) {
    expect(() => loadConfig({ ...required, REFRAIN_CONNECTION_CHECK_SECONDS: wrong })).toThrow(
      /REFRAIN_CONNECTION_CHECK_SECONDS/u,
    );
  }
});
