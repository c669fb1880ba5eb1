import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { tryEach } from './try-each.ts';

const done: string[] = [];
const work = (error: unknown) => async (item: string) => {
  if (item === 'poison') throw error;
  done.push(item);
};

test('what fails is in the way of none, and told', async () => {
  expect(await tryEach(['a', 'poison', 'b'], work(new TypeError('x')))).toEqual(['poison']);
  expect(done).toEqual(['a', 'b']);
});

test('alone it fails, and while a part of ours is away all of it does', async () => {
  await expect(tryEach(['poison'], work(new TypeError('x')))).rejects.toThrow('x');
  const away = new AppError('unavailable', 'PostgreSQL is away');
  await expect(tryEach(['a', 'poison'], work(away))).rejects.toBe(away);
});
