import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectLines } from './lines.ts';
import { mask } from './mask.ts';
import { learnTemplates } from './templates.ts';

const leases = [
  'worker 17 on node ip-10-0-3-4 lost lease orders/42',
  'worker 9 on node ip-10-2-1-7 lost lease orders/77',
  'worker 30 on node ip-10-9-1-1 lost lease orders/81',
].map(mask);

function learn(...lines: string[]) {
  return learnTemplates(collectLines(lines.map((line) => [line])));
}

describe('templates', () => {
  test('lines that differ in their values become one, and so does a line that was never seen', () => {
    const { reduce } = learn(...leases);
    const one = 'worker … on node <host> lost lease orders/…';
    expect(leases.map(reduce)).toEqual([one, one, one]);
    expect(reduce(mask('worker 4711 on node ip-10-7-7-7 lost lease orders/5'))).toBe(one);
    expect(reduce('worker 4711 on node <host> won lease orders/5')).toBe(
      'worker 4711 on node <host> won lease orders/5',
    );
  });

  test('two documents are too few, and one that says it ten times is one', () => {
    const { reduce } = learnTemplates(
      collectLines([[...leases, 'worker 1 on node <host> lost lease orders/1'], [leases[0] ?? '']]),
    );
    expect(leases.map(reduce)).toEqual(leases);
  });

  test('few values that repeat tell failures apart and stay, those that each line has for itself go', () => {
    const lines = Array.from(
      { length: 12 },
      (_, at) => `[queue] topic=${['orders', 'mails'][at % 2]} job=a${at}7x31 stuck`,
    );
    expect(learn(...lines).reduce('[queue] topic=orders job=q99x7 stuck')).toBe('[queue] topic=orders job=… stuck');
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
  ])('what varies is told from what identifies beside it: %#', (write, expected) => {
    const lines = [0, 1, 2].map(write);
    expect(learn(...lines).reduce(lines[0] ?? '')).toMatch(expected);
  });

  test('a place with many values is no name, however often they come back', () => {
    const lines = Array.from({ length: 200 }, (_, at) => `[queue] partition=${at % 40} is stuck`);
    expect(learn(...lines).reduce('[queue] partition=3 is stuck')).toBe('[queue] partition=… is stuck');
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
  ])('%s stay, though each line has its own', (_, write) => {
    const lines = [0, 1, 2].map(write);
    expect(lines.map(learn(...lines).reduce)).toEqual(lines);
  });

  test.each([
    (at: number) => `We moved the jobs of team ${at} to the other room because they were too loud.`,
    (at: number) => `There were ${at} of us and it was not our day.`,
  ])('prose is left alone', (write) => {
    const lines = [10, 11, 12, 13].map(write);
    expect(lines.map(learn(...lines).reduce)).toEqual(lines);
  });

  test('does not depend on the order of documents nor of lines', () => {
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
        const { reduce } = learnTemplates(collectLines(documents));
        const other = learnTemplates(collectLines(others.map((lines) => lines.toReversed())));
        for (const one of documents.flat()) expect(other.reduce(one)).toBe(reduce(one));
      }),
    );
  });

  test('learning from what was reduced changes nothing more', () => {
    const { reduce } = learn(...leases);
    const once = leases.map(reduce);
    expect(once.map(learn(...once).reduce)).toEqual(once);
  });

  test.each(['a=1 ', 'a-', '#', '7/', '"', ': ', 'aA_', '[x]'])(
    'a hostile megabyte of %s takes no long time',
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length);
      const startedAt = performance.now();
      learn(text, `x${text}`, `y${text}`).reduce(text);
      expect(performance.now() - startedAt).toBeLessThan(3_000);
    },
  );

  test('thirty thousand lines take no long time', () => {
    const lines = Array.from(
      { length: 30_000 },
      (_, at) => `INFO pod=web-${at} step ${at % 7} took too long in zone=${at % 3}`,
    );
    const startedAt = performance.now();
    const { reduce } = learn(...lines);
    for (const line of lines) reduce(line);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
