import { AppError, type RefrainEvent } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createEventStreamOpener } from './event-stream.ts';

const event = (position: number): RefrainEvent => ({
  id: `evt_${position}`,
  position: String(position),
  type: 'pattern_found',
  at: '2026-01-01T00:00:00.000Z',
  patternId: 'p1',
  reportId: null,
  digestId: null,
});

function createStoredEvents() {
  let last = 0;
  return {
    write: () => {
      last += 1;
    },
    list: async ({ after }: { readonly after: string }) =>
      Array.from({ length: last - Number(after) }, (_, index) => event(Number(after) + index + 1)),
    findLastPosition: async () => String(last),
    expire: async () => 0,
  };
}

test('an event stream delivers an event that is written between its start and its first read', async () => {
  const events = createStoredEvents();
  events.write();
  const follow = createEventStreamOpener({ events }, 5);
  const followed = await follow({ after: null, signal: new AbortController().signal });
  events.write();
  expect((await followed.next()).value).toMatchObject({ position: '2' });
});

test('event streams wait while the database is unavailable, and streams at the same position share a query', async () => {
  const stored = createStoredEvents();
  stored.write();
  let queries = 0;
  const events = {
    ...stored,
    async list(filter: { readonly after: string }) {
      queries += 1;
      if (queries === 1) throw new AppError('unavailable', 'PostgreSQL is unavailable');
      return stored.list(filter);
    },
  };
  const follow = createEventStreamOpener({ events }, 5);
  const { signal } = new AbortController();
  const followed = await Promise.all([1, 2, 3].map(() => follow({ after: '0', signal })));
  const first = await Promise.all(followed.map((one) => one.next()));
  expect(first.map(({ value }) => value.position)).toEqual(['1', '1', '1']);
  expect(queries).toBe(2);
});

test('an event stream ends with an error if the database reports an internal error', async () => {
  const events = { ...createStoredEvents(), list: () => Promise.reject(new AppError('internal', 'wrong')) };
  const followed = await createEventStreamOpener({ events })({ after: '0', signal: new AbortController().signal });
  await expect(followed.next()).rejects.toThrow('wrong');
});

test('the event stream ends when the client disconnects', async () => {
  const events = createStoredEvents();
  const followed = await createEventStreamOpener({ events })({ after: '0', signal: AbortSignal.abort() });
  expect(await followed.next()).toEqual({ done: true, value: undefined });
});
