import type { Pattern, ReportMember } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeExplanation } from './describe-explanation.ts';
import { createReportSourceRefs } from './report-source-refs.ts';

const member = (failureId: string, mechanism?: string) =>
  ({
    failureId,
    kind: 'incident',
    episodeId: failureId,
    title: failureId,
    occurredAt: '2026-01-01T00:00:00.000Z',
    excerpt: '',
    ...(mechanism === undefined ? {} : { statedMechanism: { mechanism, quote: null } }),
  }) as ReportMember;

/** Describes the root cause of a pattern in which the members `counted` share the mechanism “disk full”. */
function describeCause(members: ReportMember[], counted: readonly string[], name = 'Ledger stops') {
  const scenario = { mechanism: 'Some episodes state the mechanism “disk full”.', mechanismFailureIds: counted };
  const pattern = { name, mechanism: 'Disk full', scenario } as unknown as Pattern;
  const sections = describeExplanation({ pattern, members, links: [] }, () => [], createReportSourceRefs(members, []));
  return sections.find(({ id }) => id === 'cause')?.statements;
}

test('the root cause counts the episodes that state another mechanism than most do', () => {
  const shared = [member('a', 'Disk full'), member('b', 'Disk full'), member('c', 'Disk full')];
  const others = [member('d', 'Stale lock'), member('e', 'Stale lock'), member('f', 'Out of memory')];
  expect(describeCause([...shared, ...others], ['a', 'b', 'c'])).toMatchObject([
    {
      text: 'Some episodes state the mechanism “disk full”. 2 others state “stale lock”.',
      refs: ['E1', 'E2', 'E3', 'E4', 'E5'],
    },
  ]);
});

test('the root cause counts no other mechanism that only one episode states', () => {
  const members = [member('a', 'Disk full'), member('b', 'Disk full'), member('c', 'Stale lock'), member('d')];
  expect(describeCause(members, ['a', 'b'])).toMatchObject([
    { text: 'Some episodes state the mechanism “disk full”.', refs: ['E1', 'E2'] },
  ]);
});

test('the root cause does not repeat the mechanism of all episodes that the name states, if it quotes a cause', () => {
  const stated = { statedRootCause: { quote: 'Nobody limited the logs.', confidence: 0.9 } };
  const members = [{ ...member('a', 'Disk full'), ...stated } as ReportMember, member('b', 'Disk full')];
  const texts = describeCause(members, ['a', 'b'], 'Disk full: pods evicted')?.map(({ text }) => text);
  expect(texts).toEqual(['1 Jan 2026: “Nobody limited the logs.”']);
});

test('the symptom is not repeated if the name says it of all episodes', () => {
  const members = [member('a'), member('b')];
  const describe = (name: string, reporting: readonly string[]) => {
    const scenario = { symptom: 'Episodes report “pods evicted”.', symptomFailureIds: reporting };
    const pattern = { name, scenario } as unknown as Pattern;
    const refs = createReportSourceRefs(members, []);
    const sections = describeExplanation({ pattern, members, links: [] }, () => [], refs);
    return sections.find(({ id }) => id === 'symptoms')?.statements.map(({ text }) => text);
  };
  expect(describe('Disk full: pods evicted', ['a', 'b'])).toEqual([]);
  expect(describe('Disk full: pods evicted', ['a'])).toEqual(['Episodes report “pods evicted”.']);
  expect(describe('Disk full', ['a', 'b'])).toEqual(['Episodes report “pods evicted”.']);
});

test('the root cause quotes how people state the mechanism, and lines of a log only if nobody does', () => {
  const state = (id: string, quote: string) =>
    ({ ...member(id), statedMechanism: { mechanism: 'Disk full', quote } }) as ReportMember;
  const log = state('a', 'last_log: ERROR no space left on device');
  const written = state('b', 'Old dumps had filled the disk.');
  const quoted = (members: ReportMember[]) =>
    describeCause(members, [])
      ?.map(({ text }) => text)
      .slice(1);
  expect(quoted([log, written])).toEqual(['1 Jan 2026: “Old dumps had filled the disk.”']);
  expect(quoted([log])).toEqual(['1 Jan 2026: “last_log: ERROR no space left on device”']);
});
