import { expect, it } from 'vitest';
import { findSeverityLabel } from './incident-labels.ts';

it.each([
  [['bug', 'sev1'], 'sev1'],
  [['P2', 'p0'], 'p0'],
  [['severity: high', 'severity:critical'], 'severity:critical'],
  [['priority/low'], 'priority/low'],
  [['SEV-3'], 'SEV-3'],
  [['project', 'p', 'several', 'p10', 'spike2'], null],
  [[], null],
])('the severity label among %j is %s', (labels, severity) => {
  expect(findSeverityLabel(labels)).toBe(severity);
});
