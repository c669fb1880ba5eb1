import { randomUUID } from 'node:crypto';
import type { PatternReport, RefrainEvent } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createTestPattern } from '../testing/stored-under-test.ts';

const api = await startApiUnderTest();
const patternIds = ['p1', 'p2'];
await api.store.patterns.writeClustering({
  episodes: [],
  lineage: [],
  inputVersion: 'v',
  patterns: patternIds.map((id) => ({ pattern: createTestPattern(id), members: [] })),
});

/** Stores a report and thereby a `report_written` event. */
function writeReport() {
  const report: PatternReport = {
    pattern: createTestPattern('p1'),
    members: [],
    links: [],
    asOf: '2026-02-02T00:00:00.000Z',
    // Equal reports are stored once, so each report needs unique content.
    coverage: { failures: Number.parseInt(randomUUID().slice(0, 8), 16), inPatterns: 0 },
  };
  return api.store.reports.ensure('p1', report);
}

interface ReceivedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: RefrainEvent;
}

/** Creates a user, because streams are limited per user, and returns a function that opens a stream. */
async function createFollower() {
  const user = await api.store.access.addUser(`Vera ${randomUUID()}`, 'viewer');
  const { token } = await api.store.access.createToken('events', null, { userId: user.id, scopes: ['viewer'] });

  return async function follow(query = '', headers: Record<string, string> = {}) {
    const controller = new AbortController();
    onTestFinished(() => controller.abort());
    const response = await fetch(`${api.url}/v1/events${query}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
      signal: controller.signal,
    });
    const events = readEvents(response);
    return {
      response,
      close: () => controller.abort(),
      async next(): Promise<ReceivedEvent> {
        const { value, done } = await events.next();
        if (done) throw new Error('the stream ended');
        return value;
      },
    };
  };
}

async function* readEvents({ body }: Response): AsyncGenerator<ReceivedEvent, undefined> {
  let text = '';
  for await (const chunk of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/u) as [string, string]));
      const [id = '', event, data = ''] = ['id', 'event', 'data'].map((name) => fields.get(name));
      if (event !== undefined) yield { id, event, data: JSON.parse(data) };
    }
  }
}

test('the event stream sends new events, and Last-Event-ID resumes after the last received event', async () => {
  const follow = await createFollower();
  const first = await follow();
  expect(first.response.headers.get('content-type')).toContain('text/event-stream');
  const { id: reportId } = await writeReport();
  const received = await first.next();
  expect(received).toMatchObject({
    event: 'report_written',
    data: { position: received.id, patternId: 'p1', reportId },
  });
  first.close();
  const missed = await writeReport();
  const second = await follow('', { 'last-event-id': received.id });
  expect((await second.next()).data).toMatchObject({ reportId: missed.id });
  const later = await writeReport();
  expect((await second.next()).data).toMatchObject({ reportId: later.id });
});

test('after=0 sends every stored event of the requested types', async () => {
  const follow = await createFollower();
  const all = await follow('?after=0&type=pattern_found,pattern_returned&limit=2');
  expect([await all.next(), await all.next()].map(({ data }) => data.patternId)).toEqual(patternIds);
  await expect(all.next()).rejects.toThrow('the stream ended');
});

test.each(['?after=x', '?type=other', '?limit=0'])('the event stream rejects the query %s with 400', async (query) => {
  expect((await api.ask('GET', `/v1/events${query}`)).status).toBe(400);
});

test('the event stream rejects an invalid Last-Event-ID with 400', async () => {
  const follow = await createFollower();
  expect((await follow('', { 'last-event-id': 'evt_x' })).response.status).toBe(400);
});

test('an event reaches every event stream, even if there are more streams than database connections', async () => {
  const follow = await createFollower();
  const followers = await Promise.all(Array.from({ length: 18 }, () => follow('?type=report_written')));
  const { id } = await writeReport();
  const received = await Promise.all(followers.map((follower) => follower.next()));
  expect(new Set(received.map(({ data }) => data.reportId))).toEqual(new Set([id]));
});

test('rejects the 21st event stream of a user with 429 until another one ends', async () => {
  const follow = await createFollower();
  const [first] = await Promise.all(Array.from({ length: 20 }, () => follow()));
  const { response } = await follow();
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '15']);
  first?.close();
  await expect.poll(async () => (await follow()).response.status, { timeout: 30_000 }).toBe(200);
});
