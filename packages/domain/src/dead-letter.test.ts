import { expect, test } from 'vitest';
import { ErrorCode } from './app-error.ts';
import { judgeLetter } from './dead-letter.ts';

test('what may pass by itself is likely to come through, as its code says', () => {
  const likely = ErrorCode.options.filter(
    (code) => judgeLetter({ kind: 'job', code, canReplay: true }).replay === 'likely',
  );
  expect(likely).toEqual(['rate_limited', 'provider_unreachable', 'provider_failed', 'unavailable']);
});

test('what nothing is left of is not worth a replay', () => {
  expect(judgeLetter({ kind: 'record', code: null, canReplay: false })).toMatchObject({ replay: 'none' });
  expect(judgeLetter({ kind: 'record', code: null, canReplay: true })).toMatchObject({ replay: 'after_fix' });
  expect(judgeLetter({ kind: 'delivery', code: null, canReplay: false }).advice).toContain('test message');
});
