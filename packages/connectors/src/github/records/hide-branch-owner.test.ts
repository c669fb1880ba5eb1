import { expect, test } from 'vitest';
import { hideBranchOwner } from './hide-branch-owner.ts';

test.each([
  ['Merge pull request #7 from ann-archer/pool', 'Merge pull request #7 from author/pool'],
  ["Merge branch 'main' of github.com:ann-archer/ledger", "Merge branch 'main' of github.com:author/ledger"],
  ["Merge branch 'main' of https://github.com/ann-archer/api", "Merge branch 'main' of https://github.com/author/api"],
  [
    "Merge branch 'main' of ssh://git@a.test:22/ann/api into x",
    "Merge branch 'main' of ssh://git@a.test:22/author/api into x",
  ],
  ["Merge branch 'ann-archer/hotfix'", "Merge branch 'author/hotfix'"],
  ["Merge branch 'main' into ann-archer/hotfix", "Merge branch 'main' into author/hotfix"],
  ["Merge branches 'ann/a', 'bob/b' and 'feature/c'", "Merge branches 'author/a', 'author/b' and 'feature/c'"],
  ["Merge remote-tracking branch 'ann-archer/main'", "Merge remote-tracking branch 'author/main'"],
  ["Merge remote-tracking branch 'origin/ann-archer/fix'", "Merge remote-tracking branch 'origin/author/fix'"],
  ['Merged in ann-archer/fix (pull request #3)', 'Merged in author/fix (pull request #3)'],
  ['Revert "Merge branch \'ann-archer/hotfix\'"', 'Revert "Merge branch \'author/hotfix\'"'],
  ["Merge branch 'users/ann/x'\n\nof 'ann/y'", "Merge branch 'users/author/x'\n\nof 'ann/y'"],
])('hideBranchOwner replaces %j by %j', (subject, hidden) => {
  expect(hideBranchOwner(subject, 'acme/api')).toBe(hidden);
});

test.each([
  "Merge branch 'main' of github.com:Acme/api into release/26.8.0",
  "Merge remote-tracking branch 'origin/main' into feature/pool",
  "Merge branch 'OPS-12/pool' into v1.x/main",
  'Read config/default.json in src/settings',
])('hideBranchOwner keeps %j', (subject) => {
  expect(hideBranchOwner(subject, 'acme/api')).toBe(subject);
});

test('hideBranchOwner takes bounded time for a hostile subject', () => {
  for (const part of ['a', 'a/', ' of a:', ' into a/', 'Revert "', ' and ']) {
    const started = process.cpuUsage();
    hideBranchOwner(`Merge branch 'x'${part.repeat(60_000 / part.length)}`, 'acme/api');
    hideBranchOwner(part.repeat(60_000 / part.length), 'acme/api');
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
  }
});
