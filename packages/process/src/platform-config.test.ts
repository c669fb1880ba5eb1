import type { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { PublicUrl } from './platform-config.ts';
import { loadPlatformConfig } from './platform-config-under-test.ts';

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

test('readEnvironment reads valid settings', () => {
  expect(loadPlatformConfig(good)).toEqual({
    databaseUrl: good.DATABASE_URL,
    redisUrl: good.REDIS_URL,
    prefix: 'refrain',
    encryptionKey: Buffer.alloc(32, 0xab),
    logLevel: 'info',
    operations: null,
    sendsTraces: false,
    otherEncryptionKeys: [],
    warnings: [],
    privateNetworks: [],
    embeddingModel: '',
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
])('the environment %j sets the host and port of the metrics', (environment, operations) => {
  expect(loadPlatformConfig({ ...good, ...environment }).operations).toEqual(operations);
});

test('settings that a compose file leaves empty have their defaults', () => {
  expect(loadPlatformConfig({ ...good, LOG_LEVEL: '', REDIS_PREFIX: ' ' })).toEqual(loadPlatformConfig(good));
  expect(problemOf({ ...good, LOG_LEVEL: 'loud' }).message).toContain('LOG_LEVEL: must be one of fatal, error');
});

test('readEnvironment reports an unencoded password in REDIS_URL as a problem of REDIS_URL', () => {
  const { message } = problemOf({ ...good, REDIS_URL: 'redis://:canary%ZZ@queue.example' });
  expect(message).toContain('REDIS_URL: must be redis://');
  expect(message).not.toContain('canary');
});

test('an invalid metrics port is rejected', () => {
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
])('traces are sent if a collector is configured: %j', (environment, sends) => {
  expect(loadPlatformConfig({ ...good, ...environment }).sendsTraces).toBe(sends);
});

test.each([
  [undefined, null],
  ['', null],
  [' ', null],
  ['https://refrain.example//', 'https://refrain.example'],
  ['http://127.0.0.1:4400', 'http://127.0.0.1:4400'],
])('the public URL %j is read as %j', (text, url) => {
  expect(PublicUrl.parse(text)).toBe(url);
});

test.each([
  ...['refrain.example', 'ftp://refrain.example', 'javascript:alert(1)'],
  ...['https://refrain.example/base', 'https://refrain.example/?x', 'https://me:secret@refrain.example'],
])('the public URL %s is rejected', (text) => {
  expect(PublicUrl.safeParse(text).success).toBe(false);
});

test('readEnvironment reports all problems together, without the values', () => {
  const problem = problemOf({
    DATABASE_URL: 'mysql://canary@host',
    REDIS_URL: 'canary',
    REFRAIN_ENCRYPTION_KEY: 'canary',
  });
  expect(problem.code).toBe('misconfigured');
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'REFRAIN_ENCRYPTION_KEY']) expect(problem.message).toContain(name);
  expect(problem.message).not.toContain('canary');
});

test('settings that contain secrets have no default', () => {
  const { message } = problemOf({});
  for (const name of Object.keys(good)) expect(message).toContain(name);
});

test.each(['10.0.0.0/33', '10.0.0.0/8/8', 'fd00::/129', 'internal.example', '10.0.0.0/', '10/8', 'loopback/8'])(
  'readEnvironment rejects %s as a network in REFRAIN_PRIVATE_NETWORKS',
  (text) => {
    expect(problemOf({ ...good, REFRAIN_PRIVATE_NETWORKS: text }).message).toContain('REFRAIN_PRIVATE_NETWORKS');
  },
);

test('REFRAIN_PRIVATE_NETWORKS is read as a list of networks', () => {
  const read = loadPlatformConfig({
    ...good,
    REFRAIN_PRIVATE_NETWORKS: ' loopback,10.20.0.0/16, fd00::/8,192.168.1.7,',
  });
  expect(read.privateNetworks).toEqual(['loopback', '10.20.0.0/16', 'fd00::/8', '192.168.1.7']);
});

test('NODE_TLS_REJECT_UNAUTHORIZED=0 is rejected, and the error says what to do instead', () => {
  expect(problemOf({ ...good, NODE_TLS_REJECT_UNAUTHORIZED: '0' }).message).toContain(
    'NODE_TLS_REJECT_UNAUTHORIZED: lets anybody pose as a provider. Remove it, and set NODE_EXTRA_CA_CERTS to the file of your certificate authority',
  );
  expect(loadPlatformConfig({ ...good, NODE_TLS_REJECT_UNAUTHORIZED: '1' }).logLevel).toBe('info');
});
