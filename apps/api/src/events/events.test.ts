import type { PatternReport } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { patternOf } from '../stored-under-test.ts';

const api = await startApiUnderTest();
await api.store.patterns.writeGrouping({
  ...{ episodes: [], lineage: [], inputVersion: 'v' },
  patterns: ['p1', 'p2'].map((id) => ({ pattern: patternOf(id), members: [] })),
});

let written = 0;
function writeReport(patternId = 'p1') {
  written += 1;
  const report: PatternReport = {
    ...{ pattern: patternOf(patternId), members: [], links: [], asOf: '2026-02-02T00:00:00.000Z' },
    coverage: { failures: written, inPatterns: 0 },
  };
  return api.store.reports.ensure(patternId, report);
}

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Follows with a reader that goes away after the test. */
async function follow(query = '', headers: Record<string, string> = {}) {
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  const response = await fetch(`${api.url}/v1/events${query}`, {
    headers: { authorization: `Bearer ${api.token}`, ...headers },
    signal: gone.signal,
  });
  const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    leave: () => gone.abort(),
    async next(): Promise<Told> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const lines = new Map(
            text
              .slice(0, end)
              .split('\n')
              .map((line) => line.split(/: (.*)/u) as [string, string]),
          );
          text = text.slice(end + 2);
          if (!lines.has('event')) continue;
          const [id = '', event = '', data = ''] = ['id', 'event', 'data'].map((name) => lines.get(name));
          return { id, event, data: JSON.parse(data) };
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('it ended');
        text += value;
      }
    },
  };
}

test('what is stored is told, and Last-Event-ID goes on where it stopped', async () => {
  const first = await follow();
  expect(first.response.headers.get('content-type')).toContain('text/event-stream');
  const { id: reportId } = await writeReport();
  const told = await first.next();
  expect(told).toMatchObject({ event: 'report_written', data: { place: told.id, patternId: 'p1', reportId } });
  first.leave();
  const missed = await writeReport();
  const second = await follow('', { 'last-event-id': told.id });
  expect((await second.next()).data).toMatchObject({ reportId: missed.id });
  const later = await writeReport();
  expect((await second.next()).data).toMatchObject({ reportId: later.id });
});

test('who begins at 0 is told everything that is kept, of the types that were asked for', async () => {
  const all = await follow('?after=0&type=pattern_found,pattern_returned&limit=2');
  expect([await all.next(), await all.next()].map(({ data }) => data.patternId)).toEqual(['p1', 'p2']);
  await expect(all.next()).rejects.toThrow('it ended');
});

test('a place or a type that there is not is refused', async () => {
  for (const query of ['?after=x', '?type=other', '?limit=0']) {
    expect((await api.ask('GET', `/v1/events${query}`)).status).toBe(400);
  }
  expect((await follow('', { 'last-event-id': 'evt_x' })).response.status).toBe(400);
});

test('more than the pool has connections may follow, and each is told', async () => {
  const listeners = await Promise.all(Array.from({ length: 18 }, () => follow('?type=report_written')));
  const { id } = await writeReport('p2');
  const told = await Promise.all(listeners.map((listener) => listener.next()));
  expect(new Set(told.map(({ data }) => data.reportId))).toEqual(new Set([id]));
});

test('somebody follows in 20 places at once, and in another once one of them has ended', async () => {
  const [first] = await Promise.all(Array.from({ length: 20 }, () => follow()));
  const { response } = await follow();
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '15']);
  first?.leave();
  await expect.poll(async () => (await follow()).response.status).toBe(200);
});
