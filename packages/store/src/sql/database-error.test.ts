import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { AppError } from '@refrain/domain';
import pg from 'pg';
import { expect, test } from 'vitest';
import { isConcurrencyConflict, toStoreError } from './database-error.ts';

function report(code: string, fields: Record<string, string> = {}): Error {
  return Object.assign(new Error('value "ghp_secret" is wrong'), { code, ...fields });
}

test.each([
  ['ECONNREFUSED', 'unavailable'],
  ['57P01', 'unavailable'],
  ['53300', 'unavailable'],
  ['08006', 'unavailable'],
  ['40P01', 'unavailable'],
  ['28P01', 'misconfigured'],
  ['3D000', 'misconfigured'],
  ['42P01', 'misconfigured'],
  ['23503', 'not_found'],
  ['23505', 'conflict'],
  ['22P02', 'invalid_input'],
  ['54000', 'invalid_input'],
  ['0A000', 'internal'],
])('PostgreSQL error %s becomes the AppError %s', (code, expected) => {
  const error = toStoreError(report(code, { table: 'failure', detail: 'Key (a)=(ghp_secret)' }));
  expect(error.code).toBe(expected);
  expect(error.message).not.toContain('ghp_secret');
  expect(JSON.stringify(error.context)).not.toContain('ghp_secret');
});

test('a full disk is reported as a full disk, not as an unavailable server', () => {
  expect(toStoreError(report('53100'))).toMatchObject({
    code: 'unavailable',
    message: 'The disk of PostgreSQL is full (53100). Free space on it and try again',
  });
});

test('a lost connection without a code and an AggregateError of connection attempts are reported as `unavailable`', () => {
  expect(toStoreError(new Error('Connection terminated unexpectedly')).code).toBe('unavailable');
  expect(toStoreError(new AggregateError([report('ECONNREFUSED')])).code).toBe('unavailable');
});

test('a server that accepts the connection but does not respond is reported as `unavailable`', async () => {
  const silent = createServer((socket) => void socket.on('error', () => {})).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const client = new pg.Client({ host: '127.0.0.1', port, connectionTimeoutMillis: 50 });
  const thrown = await client.connect().catch((error: unknown) => error);
  silent.close();
  expect(toStoreError(thrown)).toMatchObject({ code: 'unavailable' });
});

test('only deadlocks and serialisation failures count as conflicts with a concurrent transaction', () => {
  expect(isConcurrencyConflict(toStoreError(report('40P01')))).toBe(true);
  expect(isConcurrencyConflict(toStoreError(report('57P01')))).toBe(false);
  expect(isConcurrencyConflict(new AppError('internal', 'x'))).toBe(false);
});
