import type { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { loadPlatformConfig, PublicUrl } from './platform-config.ts';

const good = {
  DATABASE_URL: 'postgres://refrain:secret@db.example/refrain',
  REDIS_URL: 'rediss://queue.example:6380/2',
  REFRAIN_ENCRYPTION_KEY: 'ab'.repeat(32),
};

function problemOf(environment: Record<string, string>): AppError {
  try {
    loadPlatformConfig(environment);
  } catch (error) {
    return error as AppError;
  }
  throw new Error('The settings were accepted');
}

test('good settings are read', () => {
  expect(loadPlatformConfig(good)).toEqual({
    databaseUrl: good.DATABASE_URL,
    redisUrl: good.REDIS_URL,
    prefix: 'refrain',
    encryptionKey: Buffer.alloc(32, 0xab),
    logLevel: 'info',
    operations: null,
    sendsTraces: false,
  });
});

test.each([
  [{}, null],
  [{ REFRAIN_METRICS_PORT: ' ' }, null],
  [{ REFRAIN_METRICS_PORT: '9464' }, { host: '127.0.0.1', port: 9464 }],
  [
    { REFRAIN_METRICS_PORT: '0', REFRAIN_METRICS_HOST: '0.0.0.0' },
    { host: '0.0.0.0', port: 0 },
  ],
])('figures are told where %j says', (environment, operations) => {
  expect(loadPlatformConfig({ ...good, ...environment }).operations).toEqual(operations);
});

test('a port that is none is a problem', () => {
  for (const port of ['metrics', '70000', '1.5']) {
    expect(problemOf({ ...good, REFRAIN_METRICS_PORT: port }).message).toContain('REFRAIN_METRICS_PORT');
  }
});

test.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/v1/traces' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' }, false],
])('traces are sent where a collector is named: %j', (environment, sends) => {
  expect(loadPlatformConfig({ ...good, ...environment }).sendsTraces).toBe(sends);
});

test.each([
  [undefined, null],
  ['', null],
  [' ', null],
  ['https://refrain.example//', 'https://refrain.example'],
  ['http://127.0.0.1:4400/refrain/', 'http://127.0.0.1:4400/refrain'],
])('the public address %j is read as %j', (text, url) => {
  expect(PublicUrl.parse(text)).toBe(url);
});

test.each(['refrain.example', 'ftp://refrain.example', 'javascript:alert(1)'])('%s is no public address', (text) => {
  expect(PublicUrl.safeParse(text).success).toBe(false);
});

test('every problem is told at once, and no value with it', () => {
  const problem = problemOf({
    DATABASE_URL: 'mysql://canary@host',
    REDIS_URL: 'canary',
    REFRAIN_ENCRYPTION_KEY: 'canary',
  });
  expect(problem.code).toBe('misconfigured');
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'REFRAIN_ENCRYPTION_KEY']) expect(problem.message).toContain(name);
  expect(problem.message).not.toContain('canary');
});
