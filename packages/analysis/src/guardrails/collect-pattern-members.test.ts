import type { Link } from '@refrain/domain';
import { expect, it } from 'vitest';
import { createChange, createFailure } from '../linking/testing.ts';
import { collectPatternMembers } from './collect-pattern-members.ts';

const changes = new Map(
  [
    createChange('cause', 1, { title: 'Raise the limit', paths: ['config/limits.yaml'] }),
    createChange('revert', 2, { title: 'Revert "Raise the limit"' }),
    createChange('fix', 2, { title: 'Fix the limit' }),
    createChange('again', 2, { kind: 'deployment', sha: 'abc' }),
  ].map((one) => [one.id, one]),
);

function link(type: Link['type'], targetId: string, given: Partial<Link> = {}): Link {
  return { type, failureId: 'f', targetId, score: 0.8, evidence: [], status: 'suggested', ...given };
}

function read(links: Link[] | null, given: Parameters<typeof createFailure>[2] = {}) {
  const [member] = collectPatternMembers(
    [createFailure('f', 1, { resolvedAt: '2026-01-05T03:00:00.000Z', ...given })],
    links,
    changes,
  );
  return { resolution: member?.resolution, isAfterChange: member?.isAfterChange, paths: member?.paths };
}

it('collectPatternMembers classifies how a failure was resolved', () => {
  expect(read([link('resolved_by', 'revert')]).resolution).toBe('reverted');
  expect(read([link('resolved_by', 'fix')]).resolution).toBe('fixed_forward');
  expect(read([]).resolution).toBe('self_resolved');
  expect(read([], { resolvedAt: null }).resolution).toBeNull();
  expect(read([link('resolved_by', 'again')], { kind: 'failed_deployment', sha: 'abc' }).resolution).toBe('retried');
  expect(read([link('resolved_by', 'fix', { score: 0.5 }), link('resolved_by', 'revert')]).resolution).toBe('reverted');
});

it('collectPatternMembers tells whether a change caused the failure, and adds the files of the change', () => {
  expect(read([link('caused_by', 'cause')], { paths: ['a.ts'] })).toMatchObject({
    isAfterChange: true,
    paths: ['a.ts', 'config/limits.yaml'],
  });
  expect(read([link('caused_by', 'cause', { status: 'rejected' })]).isAfterChange).toBe(false);
  expect(read(null)).toMatchObject({ isAfterChange: null, resolution: null });
});
