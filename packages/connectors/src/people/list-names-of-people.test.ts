import { expect, test } from 'vitest';
import { listNamesOfPeople } from './list-names-of-people.ts';

test('lists people in user references at any depth of a payload, and nobody else', () => {
  const payload = {
    incident: {
      title: 'Ada Lovelace called', // no name, because it is not in a reference to a user
      service: { type: 'service_reference', summary: 'Parcel Intake' },
      assignments: [{ assignee: { type: 'user_reference', summary: 'Brisa Fiorucchi' } }],
    },
    notes: [{ user: { type: 'user', name: 'Jorunn Haldersund' }, content: 'restarted' }],
    author: { login: 'amoneil' },
    commit: { author: { name: 'Anne-Marie O’Neil', email: 'a@acme.example' }, committer: { name: 'GitHub' } },
  };
  expect(listNamesOfPeople(payload)).toEqual(['Anne-Marie O’Neil', 'Brisa Fiorucchi', 'Jorunn Haldersund']);
});

test('does not list texts that are not full names as people', () => {
  const named = (name: unknown) => listNamesOfPeople({ author: { name, username: 'x' } });
  for (const name of ['Deployment of', 'Connection pool', 'Timed out', 'Bump the']) expect(named(name)).toEqual([]);
  for (const name of ['Ana de la Cruz', 'Jean d’Alembert', 'Ludwig van Beethoven', 'Jo Doe Jr.']) {
    expect(named(name)).toEqual([name]);
  }
  for (const name of ['root', 'build bot', 'x'.repeat(500), 'A B C D E F G H', 7, null, 'Jo\nDoe']) {
    expect(named(name)).toEqual([]);
  }
});

test('lists people in a payload with very many objects within a bounded time', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => ({
    author: { name: `Jo Doe${'e'.repeat(index % 30)}`, username: 'x' },
  }));
  const started = process.cpuUsage();
  expect(listNamesOfPeople(many).length).toBeLessThanOrEqual(1_000);
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
});

test('limits the number of people from one archive row', () => {
  const name = (at: number) => `Jo D${'oe'.repeat(at % 10)}${String.fromCodePoint(0x4e00 + at)}`;
  const people = Array.from({ length: 10_000 }, (_, at) => name(at));
  expect(listNamesOfPeople({ people })).toHaveLength(1_000);
});

test('lists the author of a commit only if GitHub knows the account, since anyone can choose the author name', () => {
  const author = { name: 'Bad Gateway', email: 'a@fork.example' };
  expect(listNamesOfPeople({ workflow_run: { head_commit: { id: 'a', author, committer: author } } })).toEqual([]);
  expect(listNamesOfPeople({ commit: { author }, author: null })).toEqual([]);
  expect(listNamesOfPeople({ commits: [{ author: { ...author, name: 'Ann Archer', username: 'ann' } }] })).toEqual([
    'Ann Archer',
  ]);
});

test('does not list people in fields that the sender of an alert or a deployment chooses', () => {
  const chosen = {
    type: 'user',
    name: 'Payment Service',
    people: ['Payment Service'],
    author: { username: 'x', name: 'Payment Service' },
  };
  const user = { type: 'user_reference', summary: 'Ann Archer' };
  expect(
    listNamesOfPeople({
      incident: { assignments: [{ assignee: user }] },
      alerts: [{ body: { details: chosen, cef_details: { details: chosen } } }],
      deployment: { payload: chosen },
      log_entries: [{ channel: { details: chosen, people: ['Payment Service'] } }],
    }),
  ).toEqual(['Ann Archer']);
});
