import { AppError, ErrorCode } from '@refrain/domain';
import { expect, test } from 'vitest';
import { findExitCode, formatError, formatShownCount, formatTable, toPrintable } from './terminal.ts';

test('formats a table with aligned columns, a dash for empty cells, and one line per row', () => {
  const rows = [
    { id: 'a', episodes: 12, cause: null },
    { id: 'longer', episodes: 3, cause: 'two\nlines' },
  ];
  expect(formatTable(rows)).toBe('id      episodes  cause\na       12        –\nlonger  3         two lines\n');
  expect(formatTable([])).toBe('\n');
});

test('formatShownCount marks a total as a minimum if the API stopped counting', () => {
  expect(formatShownCount([1, 2], 9_999, 'failures')).toBe('2 of 9999 failures');
  expect(formatShownCount([1, 2], 10_000, 'failures')).toBe('2 of 10000 or more failures');
});

test('an error is printed on one line without control characters', () => {
  expect(formatError('Line 1\r\n\n is \u001b[2Jbroken\u0007\u009b1m.')).toBe('refrain: Line 1 is [2Jbroken1m.\n');
});

test('toPrintable keeps line breaks, tabs and letters of all languages', () => {
  expect(toPrintable('é\t漢字 🙂\nnext\u001b]0;title\u0007\r')).toBe('é\t漢字 🙂\nnext]0;title');
});

test('toPrintable removes characters that change the direction of text', () => {
  expect(toPrintable('user\u202Eexe.txt \u2066x\u2069 \u200F\uFEFFend')).toBe('userexe.txt x end');
});

test('exit codes distinguish wrong usage, an unreachable server and other failures', () => {
  const codes = Object.fromEntries(ErrorCode.options.map((code) => [code, findExitCode(new AppError(code, ''))]));
  expect(codes).toEqual({
    invalid_input: 2,
    too_large: 2,
    unauthenticated: 3,
    forbidden: 3,
    credential_rejected: 3,
    permission_missing: 3,
    provider_unreachable: 3,
    unavailable: 3,
    not_found: 1,
    conflict: 1,
    precondition_failed: 1,
    key_reused: 1,
    rate_limited: 1,
    signature_invalid: 1,
    unsupported_encoding: 1,
    provider_failed: 1,
    provider_unexpected: 1,
    misconfigured: 1,
    internal: 1,
  });
});
