import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectDistinctLines } from './lines.ts';
import { mask } from './mask.ts';
import { replaceVaryingValues } from './templates.ts';

const leases = [
  'worker 17 on node ip-10-0-3-4 lost lease orders/42',
  'worker 9 on node ip-10-2-1-7 lost lease orders/77',
  'worker 30 on node ip-10-9-1-1 lost lease orders/81',
].map(mask);

/** Returns the distinct lines of the documents with varying values replaced. */
function reduce(...documents: string[][]) {
  return replaceVaryingValues(collectDistinctLines(documents));
}

/** Replaces the varying values of lines, each of which is a separate document. */
function reduceEach(lines: readonly string[]) {
  return reduce(...lines.map((line) => [line]));
}

describe('replaceVaryingValues', () => {
  test('merges lines that differ only in their values, and keeps other lines unchanged', () => {
    const one = 'worker … on node <host> lost lease orders/…';
    const other = 'worker 4711 on node <host> won lease orders/5';
    expect(reduceEach([...leases, other])).toEqual([one, one, one, other]);
  });

  test('learns a template from at least three documents, and counts a line once per document', () => {
    const more = [...leases, 'worker 1 on node <host> lost lease orders/1'];
    expect(reduce(more, [leases[0] ?? ''])).toEqual(more);
  });

  test('keeps values that recur in many lines, and replaces values that are unique to a line', () => {
    const lines = Array.from(
      { length: 12 },
      (_, at) => `[queue] topic=${['orders', 'mails'][at % 2]} job=a${at}7x31 stuck`,
    );
    expect(reduceEach(lines)[0]).toBe('[queue] topic=orders job=… stuck');
  });

  test.each([
    [
      (at: number) => `{"level":"error","msg":"lease lost","code":50${at},"user":"u-${at * 37}"}`,
      '{"level":"error","msg":"lease lost","code":500,"user":"u-…"}',
    ],
    [(at: number) => `pump process left with exit code 13${at} after ${at * 7} turns`, /exit code 130 after … turns$/u],
    [(at: number) => `GET /v2/orders/${at}7/items gave 503`, 'GET /v2/orders/…/items gave 503'],
    [
      (at: number) => `[FIRING:1] PumpDry (room="hall", pump="p-${at}")`,
      '[FIRING:1] PumpDry (room="hall", pump="p-…")',
    ],
    [(at: number) => `lock "t_${'xyz'.charAt(at)}" held by session (${at}9)`, 'lock "t_x" held by session (…)'],
    [(at: number) => `  at pump.Shaft$${at}.turn(Shaft.java:${at}1)`, '  at pump.Shaft$0.turn(Shaft.java:…)'],
    [(at: number) => `pod checkout<pod>_shop(${at}f2a) backs off`, 'pod checkout<pod>_shop(…) backs off'],
  ])('replaces varying values and keeps identifying names in log line %#', (write, expected) => {
    const lines = [0, 1, 2].map(write);
    expect(reduceEach(lines)[0]).toMatch(expected);
  });

  test('replaces the values at a position with many distinct values, even if they repeat', () => {
    const lines = Array.from({ length: 200 }, (_, at) => `[queue] partition=${at % 40} is stuck`);
    expect(new Set(reduceEach(lines))).toEqual(new Set(['[queue] partition=… is stuck']));
  });

  test.each([
    ['error classes', (at: number) => `[pay] failed with error=Pool${'xyz'.charAt(at)}Exception in call`],
    ['error codes', (at: number) => `[pay] failed with ORA-0006${at} in call`],
    ['exit codes', (at: number) => `[pay] process left with exit code ${at + 1}`],
    ['paths', (at: number) => `[pay] cannot open file="src/${'xyz'.charAt(at)}/main.go" now`],
    ['configuration keys', (at: number) => `[pay] no value for key=max_${'xyz'.charAt(at)}_size found`],
    ['tables', (at: number) => `[pay] lock wait on table 'shop.${'xyz'.charAt(at)}rows' too long`],
    ['words', (at: number) => `[pay] the ${['pump', 'valve', 'tank'][at]} is broken`],
    ['services', (at: number) => `[pay] upstream checkout-${['api', 'web', 'job'][at]} refused`],
    ['numbers of names', (at: number) => `[pay] upstream ITestS${at}ABucket.open refused`],
  ])('keeps %s that differ in each line', (_, write) => {
    const lines = [0, 1, 2].map(write);
    expect(reduceEach(lines)).toEqual(lines);
  });

  test.each([
    (at: number) => `We moved the jobs of team ${at} to the other room because they were too loud.`,
    (at: number) => `There were ${at} of us and it was not our day.`,
  ])('keeps prose unchanged', (write) => {
    const lines = [10, 11, 12, 13].map(write);
    expect(reduceEach(lines)).toEqual(lines);
  });

  test('learns the same templates in any order of documents and lines', () => {
    const value = fc.constantFrom('7', '12', 'a1b2c3', 'east', 'ORA-00060', 'src/a.ts', 'x_y', 'the');
    const line = fc
      .tuple(fc.constantFrom('job ', 'INFO job=', 'lost "'), value, fc.constantFrom(' lease ', '" in ', '/'), value)
      .map((parts) => parts.join(''));
    const document = fc.array(line, { maxLength: 4 });
    const shuffled = fc
      .array(document, { maxLength: 20 })
      .chain((documents) =>
        fc.tuple(fc.constant(documents), fc.shuffledSubarray(documents, { minLength: documents.length })),
      );
    fc.assert(
      fc.property(shuffled, ([documents, others]) => {
        const own = collectDistinctLines(documents);
        const other = collectDistinctLines(others.map((lines) => lines.toReversed()));
        const reduced = replaceVaryingValues(other);
        const byLine = new Map(other.lines.map((line, position) => [line, reduced[position]]));
        expect(replaceVaryingValues(own)).toEqual(own.lines.map((line) => byLine.get(line)));
      }),
    );
  });

  test('does not change lines whose varying values have been replaced', () => {
    const once = reduceEach(leases);
    expect(reduceEach(once)).toEqual([...new Set(once)]);
  });

  test.each(['a=1 ', 'a-', '#', '7/', '"', ': ', 'aA_', '[x]'])(
    'handles a megabyte of %s within three seconds',
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length);
      const startedAt = process.cpuUsage();
      reduceEach([text, `x${text}`, `y${text}`]);
      expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(3_000);
    },
  );

  test('handles 30,000 lines within five seconds', () => {
    const lines = Array.from(
      { length: 30_000 },
      (_, at) => `INFO pod=web-${at} step ${at % 7} took too long in zone=${at % 3}`,
    );
    const startedAt = process.cpuUsage();
    reduceEach(lines);
    expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(5_000);
  });
});
