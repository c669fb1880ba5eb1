import type { FailureLibraryEntry } from '@refrain/domain';
import { describe, expect, test } from 'vitest';
import { renderLibrary } from './render-library.ts';

function entry(
  id: string,
  change: Partial<FailureLibraryEntry['pattern']> = {},
  more: Partial<FailureLibraryEntry> = {},
): FailureLibraryEntry {
  return {
    pattern: {
      id,
      name: `Pool exhausted <${id}>`,
      lesson: 'The pool was full in 3 of 3 episodes.',
      scenario: {
        mechanism: null,
        trigger: '3 of 3 episodes came with a rise in load.',
        cause: 'The pool was smaller than the load.',
        symptom: 'The symptom is “connection pool exhausted @all”.',
        resolution: null,
      },
      terms: [],
      cause: 'capacity',
      trigger: 'traffic',
      services: ['checkout'],
      repositories: [],
      confidence: 0.8,
      kinds: { incident: 3, failed_deployment: 0, reverted_change: 0 },
      episodes: 3,
      harm: change.episodes ?? 3,
      firstAt: '2026-01-01T00:00:00.000Z',
      lastAt: '2026-03-01T00:00:00.000Z',
      ...change,
    },
    recurrence: 'recurring',
    guardrail: null,
    fix: null,
    failedFixes: [],
    episodes: [
      {
        ref: 'E1',
        kind: 'episode',
        id: 'f1',
        at: '2026-03-01T00:00:00.000Z',
        title: 'Down #3',
        url: 'https://pd.example/1',
      },
    ],
    ...more,
  };
}

const asOf = '2026-03-02T00:00:00.000Z';
const render = (...given: Parameters<typeof renderLibrary>) => [...renderLibrary(...given)];
const contentOf = (files: ReturnType<typeof render>, path: string) =>
  files.find((file) => file.path === path)?.content ?? '';

describe('renderLibrary', () => {
  const files = render(
    [
      entry('p1'),
      entry('p2', { episodes: 9, cause: 'unknown', services: [] }, { recurrence: 'quiet' }),
      entry('p3', { episodes: 5 }, { recurrence: 'returned' }),
    ],
    asOf,
  );
  const first = contentOf(files, 'README.md');

  test('renderLibrary lists the most harmful active patterns first', () => {
    const head = first.slice(first.indexOf('## Read these first'), first.indexOf('## By cause'));
    expect(head).toMatch(/p3\.md\) \(5 episodes, last 1 Mar 2026, returned\).*\n.*p1\.md\)/u);
    expect(head).not.toContain('p2.md');
  });

  test('renderLibrary lists each scenario under its cause and under its services', () => {
    const linked = [...first.matchAll(/\]\((scenarios\/[^)]+)\)/gu)].map(([, path]) => path);
    expect(new Set(linked)).toEqual(new Set(files.slice(1).map(({ path }) => path)));
    expect(first.indexOf('### Capacity')).toBeLessThan(first.indexOf('### Unknown cause'));
    expect(first).toContain('### checkout');
  });

  test('renderLibrary shows the known parts of a scenario and escapes external text', () => {
    const page = contentOf(files, 'scenarios/pool-exhausted-p1-p1.md');
    expect(page).toContain('3 of 3 episodes came with a rise in load.');
    expect(page).toContain('The pool was smaller than the load.');
    expect(page).not.toContain('## Resolved by');
    expect(page).not.toContain('## Recommended fix');
    expect(page).not.toMatch(/@all|#3|<p1>/u);
  });
});

test('renderLibrary names services, and only those repositories that belong to none of the services', () => {
  const services = ['Report Forge', 'Carrier Bridge (prod)'];
  const repositories = ['acme/report-forge', 'acme/carrier-bridge', 'acme/edge-config'];
  const pages = render([entry('p1', { services, repositories })], asOf);
  expect(contentOf(pages, 'scenarios/pool-exhausted-p1-p1.md')).toContain(
    'to 1 Mar 2026 (recurring), in Report Forge, Carrier Bridge (prod), acme/edge-config.',
  );
});

test('renderLibrary returns the same files for entries in any order, with safe and unique names', () => {
  const entries = [
    entry('p1', { name: '../../etc/passwd' }),
    entry('p2', { name: '💥' }),
    entry('p3', { name: '../../etc/passwd' }),
  ];
  const files = render(entries, asOf);
  expect(render(entries.toReversed(), asOf)).toEqual(files);
  expect(new Set(files.map(({ path }) => path)).size).toBe(4);
  for (const { path } of files.slice(1)) expect(path).toMatch(/^scenarios\/[a-z0-9-]+\.md$/u);
});

test('renderLibrary describes an empty library', () => {
  const [first, ...pages] = render([], asOf);
  expect(first?.content).toContain('There are no scenarios yet');
  expect(pages).toEqual([]);
});
