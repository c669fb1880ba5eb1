import { EventEmitter, once } from 'node:events';
import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { loadConfig } from '../../config.ts';
import { limitUploads } from './limit-uploads.ts';

const codeOf = (thrown: unknown) => (thrown instanceof AppError ? thrown.code : String(thrown));

test('limits uploads to one per user and two per process at a time', async () => {
  const { reserve } = limitUploads(1);
  const events = new EventEmitter();
  const ofAnn = reserve('ann', () => once(events, 'end'));
  expect(await reserve('ann', async () => 'read').catch(codeOf)).toBe('rate_limited');
  const ofBob = reserve('bob', () => once(events, 'never'));
  expect(await reserve('eve', async () => 'read').catch(codeOf)).toBe('unavailable');
  events.emit('end');
  await ofAnn;
  expect(await reserve('eve', async () => 'read')).toBe('read');
  events.emit('error', new Error('The upload was interrupted'));
  await expect(ofBob).rejects.toThrow('was interrupted');
  expect(await reserve('bob', async () => 'read')).toBe('read');
});

test('a limit of 0 megabytes allows uploads of any size', () => {
  const { checkLength, countBytes } = limitUploads(0);
  checkLength({ headers: { 'content-length': '9999999999999' } });
  countBytes()(Number.MAX_SAFE_INTEGER);
});

test('the upload limit applies to the sum of all chunks, and a megabyte has 1,000,000 bytes', () => {
  const count = limitUploads(1_024).countBytes();
  count(1_000_000_000);
  count(24_000_000);
  expect(() => count(1)).toThrow('This upload is larger than 1024 MB. Split it, or raise REFRAIN_IMPORT_MB.');
});

test('REFRAIN_IMPORT_MB sets the size limit of uploads, by default 1024 MB', () => {
  const needed = { DATABASE_URL: 'postgres://x@db/x', REDIS_URL: 'redis://q', REFRAIN_ENCRYPTION_KEY: 'ab'.repeat(32) };
  const read = (more: Record<string, string>) => loadConfig({ ...needed, ...more }).requestLimits.importMegabytes;
  expect([read({}), read({ REFRAIN_IMPORT_MB: '50' }), read({ REFRAIN_IMPORT_MB: '0' })]).toEqual([1_024, 50, 0]);
  for (const wrong of ['-1', '1.5', '1 GB'])
    expect(() => read({ REFRAIN_IMPORT_MB: wrong })).toThrow('REFRAIN_IMPORT_MB');
});
