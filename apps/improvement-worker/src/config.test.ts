import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const complete = {
  DATABASE_URL: 'postgres://refrain:hunter2@db/refrain',
  REDIS_URL: 'rediss://:hunter2@cache:6380',
  REFRAIN_ENCRYPTION_KEY: 'ab'.repeat(32),
};

test('uses defaults for missing settings', () => {
  expect(loadConfig({ ...complete, REFRAIN_PUBLIC_URL: '' })).toMatchObject({ publicUrl: null, logLevel: 'info' });
  expect(loadConfig({ ...complete, REFRAIN_PUBLIC_URL: 'https://refrain.acme.example/' }).publicUrl).toBe(
    'https://refrain.acme.example',
  );
});

test('reports all invalid settings in one error, without their values', () => {
  const load = () => loadConfig({ DATABASE_URL: 'mysql://hunter2@db', REFRAIN_PUBLIC_URL: 'hunter2' });
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'REFRAIN_ENCRYPTION_KEY', 'REFRAIN_PUBLIC_URL']) {
    expect(load).toThrow(name);
  }
  expect(load).not.toThrow('hunter2');
});
