import { expect, test } from 'vitest';
import { findLabelledSeverity } from './find-severity.ts';

test.each([
  ['| Severity | SEV1, set by the engineer on call |', 'SEV1'],
  ['**Severity:** P2', 'P2'],
  ['- **Priority**: high', 'high'],
  ['Severity: sev-3', 'sev-3'],
])('findLabelledSeverity reads “%s” as %s', (line, severity) => {
  expect(findLabelledSeverity(`# The gate was closed\n\n${line}\n`)).toBe(severity);
});

test.each([
  'The severity was discussed for an hour.',
  'Severity: to be decided',
  `${'# Notes\n\n'.repeat(30)}Severity: P1`,
])('findLabelledSeverity finds none in “%s”', (text) => {
  expect(findLabelledSeverity(text)).toBeUndefined();
});
