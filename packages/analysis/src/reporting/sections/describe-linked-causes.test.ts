import type { FailureKind, ReportLink, ReportMember } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeLinkedCauses, listProbableCauses } from './describe-linked-causes.ts';
import { createReportSourceRefs } from './report-source-refs.ts';

const member = (failureId: string, kind: FailureKind) =>
  ({
    failureId,
    kind,
    episodeId: failureId,
    title: failureId,
    occurredAt: '2026-01-01T00:00:00.000Z',
    excerpt: '',
  }) as ReportMember;

const cause = (failureId: string, targetTitle: string, score: number) =>
  ({ type: 'caused_by', failureId, targetId: targetTitle, targetTitle, score }) as ReportLink;

function describe(members: ReportMember[], links: ReportLink[]): string[] {
  return describeLinkedCauses({ members, links }, createReportSourceRefs(members, links)).map(({ text }) => text);
}

test('the trigger names changes that probably caused episodes, but not the changes that were reverted', () => {
  const members = [member('a', 'incident'), member('b', 'reverted_change'), member('c', 'incident')];
  const links = [cause('a', 'Smaller pool', 0.9), cause('b', 'Faster cache', 1), cause('c', 'New colours', 0.6)];
  const [text = '', ...others] = describe(members, links);
  expect(text).toMatch(/^A change probably caused 1 of 3 episodes \(90\s% confidence\): “Smaller pool”\.$/u);
  expect(others).toEqual([]);
});

test('the trigger of reverted changes without incidents is not stated', () => {
  expect(describe([member('b', 'reverted_change')], [cause('b', 'Faster cache', 1)])).toEqual([]);
});

test('listProbableCauses omits the change of a failed deployment that succeeded without another change', () => {
  const members = [member('a', 'failed_deployment'), member('b', 'failed_deployment')];
  const causes = [cause('a', 'New colours', 0.95), cause('b', 'Smaller pool', 0.95)];
  const retried = { ...cause('a', 'New colours', 0.95), type: 'resolved_by' } as ReportLink;
  expect(listProbableCauses({ members, links: [...causes, retried] })).toEqual([causes[1]]);
});
