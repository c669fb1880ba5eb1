import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { findConnectionProblem } from './run-with-source.ts';

test('only errors that the owner can resolve become problems of the connection', () => {
  expect(
    findConnectionProblem(new AppError('credential_rejected', 'GitHub refuses the credential'), 'pulls:acme/api'),
  ).toEqual({
    subject: 'account',
    problem: 'GitHub refuses the credential; connect the account again with a valid credential',
  });
  for (const code of ['provider_failed', 'rate_limited', 'provider_unexpected', 'misconfigured'] as const) {
    expect(findConnectionProblem(new AppError(code, 'x'), 'pulls:acme/api')).toBeNull();
  }
});

test.each(['permission_missing', 'not_found'] as const)(
  'the error %s is a problem of the stream in which it occurred',
  (code) => {
    const problem = findConnectionProblem(new AppError(code, 'GitHub says no'), 'pulls:acme/api');
    expect(problem?.subject).toBe('pulls:acme/api');
    expect(problem?.problem).toMatch(/^pulls:acme\/api: GitHub says no; /u);
    expect(findConnectionProblem(new AppError(code, 'GitHub says no'), null)?.subject).toBe('account');
  },
);
