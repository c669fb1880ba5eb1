import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { tryEach } from './try-each.ts';

const work = (error: unknown, done: string[]) => async (item: string) => {
  if (item === 'poison') throw error;
  done.push(item);
};

test('tryEach returns a failing item and processes the others', async () => {
  const done: string[] = [];
  expect(await tryEach(['a', 'poison', 'b'], work(new TypeError('x'), done))).toEqual(['poison']);
  expect(done).toEqual(['a', 'b']);
});

test('tryEach rejects if the only item fails, or if PostgreSQL is unavailable', async () => {
  await expect(tryEach(['poison'], work(new TypeError('x'), []))).rejects.toThrow('x');
  const away = new AppError('unavailable', 'PostgreSQL is down');
  await expect(tryEach(['a', 'poison'], work(away, []))).rejects.toBe(away);
});
