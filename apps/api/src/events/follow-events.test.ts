import { AppError, type RefrainEvent } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createFollowEvents } from './follow-events.ts';

const event = (place: number): RefrainEvent => ({
  ...{ id: `evt_${place}`, place: String(place), type: 'pattern_found', at: '2026-01-01T00:00:00.000Z' },
  ...{ patternId: 'p1', reportId: null, digestId: null },
});

test('a database that is away is waited for, and all who stand at one place ask once', async () => {
  let [asked, isAway] = [0, true];
  const events = {
    async list({ after }: { readonly after: string }) {
      asked += 1;
      if (isAway) {
        isAway = false;
        throw new AppError('unavailable', 'PostgreSQL is away');
      }
      return after === '0' ? [event(1)] : [];
    },
    lastPlace: async () => '0',
    expire: async () => 0,
  };
  const follow = createFollowEvents({ events }, 5);
  const { signal } = new AbortController();
  const first = await Promise.all([1, 2, 3].map(() => follow({ after: null, signal }).next()));
  expect(first.map(({ value }) => value.place)).toEqual(['1', '1', '1']);
  expect(asked).toBe(2);
});

test('another fault of the database ends it, and so does leaving', async () => {
  const broken = createFollowEvents({
    events: {
      list: () => Promise.reject(new AppError('internal', 'wrong')),
      lastPlace: async () => '0',
      expire: async () => 0,
    },
  });
  await expect(broken({ after: '0', signal: new AbortController().signal }).next()).rejects.toThrow('wrong');
  const gone = AbortSignal.abort();
  expect(await broken({ after: '0', signal: gone }).next()).toEqual({ done: true, value: undefined });
});
