import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

test.each([
  [
    "INSERT INTO users (name, password) VALUES ('app', 'swordfish')",
    "INSERT INTO users (name, password) VALUES ('[secret]', '[secret]')",
  ],
  [
    "insert into `users` (`id`, `api_token`)\nvalues (1, 'sword''fish'), (2, NULL), (3, 'sword\\'fish'); select 'a'",
    "insert into `users` (`id`, `api_token`)\nvalues (1, '[secret]''[secret]'), (2, NULL), (3, '[secret]'); select 'a'",
  ],
  [
    "INSERT INTO a.users(pass, at) VALUES (crypt('swordfish', gen_salt('bf')), now()) ON CONFLICT 'a'",
    "INSERT INTO a.users(pass, at) VALUES (crypt('[secret]', gen_salt('[secret]')), now()) ON CONFLICT 'a'",
  ],
  ["INSERT INTO users (password_hash) VALUES ('swordf", "INSERT INTO users (password_hash) VALUES ('[secret]"],
])('scrub removes the strings in an SQL statement that inserts a secret: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  "INSERT INTO users (name, max_tokens) VALUES ('app', 'many')",
  'INSERT INTO users (name, password) VALUES ($1, $2), (?, ?)',
  "INSERT INTO users (name, password) failed: 'app' exists",
])('scrub keeps an SQL statement that inserts no secret: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
