import { expect, test } from 'vitest';
import { ErrorCode } from './app-error.ts';
import { adviseOnDeadLetter } from './dead-letter.ts';

test('recommends a replay if the error is usually temporary', () => {
  const likely = ErrorCode.options.filter(
    (code) => adviseOnDeadLetter({ kind: 'job', code, canReplay: true }).replay === 'likely',
  );
  expect(likely).toEqual(['rate_limited', 'provider_unreachable', 'provider_failed', 'unavailable']);
});

test('recommends no replay if the payload of the record is gone or the subscription of the delivery is off', () => {
  expect(adviseOnDeadLetter({ kind: 'record', code: null, canReplay: false })).toMatchObject({ replay: 'none' });
  expect(adviseOnDeadLetter({ kind: 'record', code: null, canReplay: true })).toMatchObject({ replay: 'after_fix' });
  expect(adviseOnDeadLetter({ kind: 'delivery', code: null, canReplay: false }).advice).toContain('test message');
});
