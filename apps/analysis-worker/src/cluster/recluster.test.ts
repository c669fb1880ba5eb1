import type { Link } from '@refrain/domain';
import { expect, test } from 'vitest';
import { listFailuresWithChangedLinks } from './recluster.ts';

const link = (failureId: string, targetId: string, change: Partial<Link> = {}): Link => ({
  type: 'caused_by',
  failureId,
  targetId,
  score: 0.8,
  evidence: [],
  status: 'suggested',
  ...change,
});

test('lists failures whose links were added, removed or changed, but none whose links are unchanged', () => {
  const before = [link('stays', 'c1'), link('goes', 'c1'), link('changes', 'c1')];
  const after = [link('changes', 'c1', { score: 0.9 }), link('stays', 'c1'), link('comes', 'c1')];
  expect([...listFailuresWithChangedLinks(before, after)].sort()).toEqual(['changes', 'comes', 'goes']);
});
