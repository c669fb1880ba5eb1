import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const needed = {
  DATABASE_URL: 'postgres://refrain@db/refrain',
  REDIS_URL: 'redis://queue',
  REFRAIN_ENCRYPTION_KEY: 'ab'.repeat(32),
};

test.each([
  [undefined, null],
  ['', null],
  ['https://refrain.example/', 'https://refrain.example'],
])('REFRAIN_PUBLIC_URL=%j is %j', (text, publicUrl) => {
  expect(loadConfig({ ...needed, REFRAIN_PUBLIC_URL: text }).publicUrl).toBe(publicUrl);
});
