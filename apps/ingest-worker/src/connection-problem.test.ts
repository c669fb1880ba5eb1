import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { attentionReason, isOver } from './connection-problem.ts';

test('only what the owner can mend asks for the owner', () => {
  expect(attentionReason(new AppError('credential_rejected', 'GitHub refuses the credential'), 'pulls:acme/api')).toBe(
    'GitHub refuses the credential; connect the account again with a valid credential',
  );
  for (const code of ['provider_failed', 'rate_limited', 'provider_unexpected', 'not_found'] as const) {
    expect(attentionReason(new AppError(code, 'x'), 'pulls:acme/api')).toBeNull();
  }
});

test('a missing permission is over when the stream that met it succeeds, another reason with any success', () => {
  const streams = ['incidents', 'pulls:acme/api'];
  const missing = attentionReason(
    new AppError('permission_missing', 'Pull requests: read is missing'),
    'pulls:acme/api',
  );
  expect(isOver(missing, 'incidents', streams)).toBe(false);
  expect(isOver(missing, null, streams)).toBe(false);
  expect(isOver(missing, 'pulls:acme/api', streams)).toBe(true);
  expect(isOver('GitHub refuses the credential', 'incidents', streams)).toBe(true);
});
