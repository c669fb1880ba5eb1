import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { formatIssueTitle } from './format-issue-title.ts';

function title(given: object, guardrail?: string): string {
  const pattern = { name: 'Volume 96 % full', services: [], repositories: [], ...given };
  const recommendations = guardrail === undefined ? [] : [{ guardrail: { name: guardrail } }];
  return formatIssueTitle({ pattern, choice: { recommendations } } as unknown as PatternReport);
}

test('formatIssueTitle names the recommended guardrail, the pattern and the location', () => {
  expect(title({ services: ['Ledger'], repositories: ['acme/ledger'] }, 'Disk guard')).toBe(
    'Disk guard: “Volume 96 % full” keeps coming back in Ledger',
  );
  expect(title({ repositories: ['acme/a', 'acme/b', 'acme/c', 'acme/d'] })).toBe(
    '“Volume 96 % full” keeps coming back in acme/a, acme/b and 2 more',
  );
  expect(title({})).toBe('“Volume 96 % full” keeps coming back');
});

test('formatIssueTitle escapes external text', () => {
  expect(title({ name: '`rm` by @octocat', services: ['@sre'] })).not.toMatch(/`|@(?:octocat|sre)/u);
});
