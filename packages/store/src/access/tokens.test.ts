import { expect, test } from 'vitest';
import { createTokenCache, type ValidToken } from './tokens.ts';

const good: ValidToken = {
  id: 't',
  name: 'ci',
  scopes: ['viewer'],
  expiresAt: null,
  user: { id: 'u', name: 'Ann', role: 'admin' },
};

test('a valid token is cached for a while, and an invalid token is not', async () => {
  let at = 0;
  let asked = 0;
  const tokens = createTokenCache(100, () => at);
  const find = (token: ValidToken | null) =>
    tokens.find('hash', () => {
      asked += 1;
      return Promise.resolve(token);
    });
  for (let time = 0; time < 2; time += 1) expect(await find(null)).toBeNull();
  for (let time = 0; time < 2; time += 1) expect(await find(good)).toEqual(good);
  expect(asked).toBe(3);
  at = 100;
  expect(await find(null)).toBeNull();
});

test('the result of a query that began before a revocation is not cached', async () => {
  const tokens = createTokenCache(100, () => 0);
  const slow = tokens.find('hash', async () => {
    tokens.forget();
    return good;
  });
  expect(await slow).toEqual(good);
  expect(await tokens.find('hash', async () => null)).toBeNull();
});
