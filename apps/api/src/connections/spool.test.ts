import { writeFile } from 'node:fs/promises';
import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { toSpoolError } from './spool.ts';

test.runIf(process.platform === 'linux')('a full disk is said to be one, and passes', async () => {
  const full = await writeFile('/dev/full', 'a line').catch((thrown: unknown) => thrown);
  expect(toSpoolError(full)).toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('has no room'),
  });
});

test('what is wrong with the lines stays what it is', () => {
  const wrong = new AppError('invalid_input', 'Record 3 is not JSON.');
  expect(toSpoolError(wrong)).toBe(wrong);
});
