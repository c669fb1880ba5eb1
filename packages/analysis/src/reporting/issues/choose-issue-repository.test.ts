import type { ReportLink, ReportMember } from '@refrain/domain';
import { expect, test } from 'vitest';
import { chooseIssueRepository } from './choose-issue-repository.ts';

const member = (failureId: string, episodeId: string, repository: string | null) =>
  ({ failureId, episodeId, repository, services: [] as string[] }) as unknown as ReportMember;
const link = (failureId: string, targetId: string) => ({ failureId, targetId, type: 'caused_by' }) as ReportLink;

function route(
  members: ReportMember[],
  {
    links = [],
    of = {},
    catalogue = [],
  }: { links?: ReportLink[]; of?: Record<string, string>; catalogue?: Location[] } = {},
  fallback: string | null = null,
) {
  return chooseIssueRepository(
    { members, links, repositoryOfChange: new Map(Object.entries(of)), catalogue },
    fallback,
  );
}
type Location = Parameters<typeof chooseIssueRepository>[0]['catalogue'][number];

test('chooseIssueRepository counts the episodes of a repository, not the failures', () => {
  const members = [
    member('f1', 'e1', 'acme/web'),
    member('f2', 'e1', 'acme/web'),
    member('f3', 'e1', 'acme/web'),
    member('f4', 'e2', 'acme/api'),
    member('f5', 'e3', 'acme/api'),
  ];
  expect(route(members)).toBe('acme/api');
});

test('chooseIssueRepository uses the repositories of linked changes if failures have no repository', () => {
  const members = [member('f1', 'e1', null), member('f2', 'e2', null), member('f3', 'e3', 'acme/web')];
  const links = [link('f1', 'c1'), link('f2', 'c2'), link('f3', 'f1')];
  expect(route(members, { links, of: { c1: 'acme/api', c2: 'acme/api' } }, 'acme/fallback')).toBe('acme/api');
});

test('chooseIssueRepository returns the alphabetically first repository in a tie, for members in any order', () => {
  const members = [member('f1', 'e1', 'acme/b'), member('f2', 'e2', 'acme/a')];
  expect(route(members)).toBe('acme/a');
  expect(route(members.toReversed())).toBe('acme/a');
});

test('chooseIssueRepository returns the fallback if no repository is known', () => {
  const members = [member('f1', 'e1', null)];
  expect(route(members, {}, 'acme/fallback')).toBe('acme/fallback');
  expect(route(members)).toBeNull();
});

test('chooseIssueRepository uses the repository of a service unless a person rejected it, but prefers the repository of a change that caused failures', () => {
  const members = ['f1', 'f2'].map((id) => ({ ...member(id, id, null), services: ['checkout'] }));
  const place = (change: Partial<Location> = {}): Location => ({
    service: 'checkout',
    repository: 'acme/checkout',
    status: 'suggested',
    score: 0.9,
    ...change,
  });
  expect(route(members, { catalogue: [place()] })).toBe('acme/checkout');
  expect(route(members, { catalogue: [place({ status: 'rejected' })] })).toBeNull();
  expect(route(members, { catalogue: [place({ score: 0.2 })] })).toBeNull();
  const links = [link('f1', 'c1'), link('f2', 'c1')];
  expect(route(members, { catalogue: [place()], links, of: { c1: 'acme/config' } })).toBe('acme/config');
  const ended = links.map((one) => ({ ...one, type: 'resolved_by' as const }));
  expect(route(members, { catalogue: [place()], links: ended, of: { c1: 'acme/config' } })).toBe('acme/checkout');
});

test('chooseIssueRepository uses the repository of the service if a linked deployment has a service but no repository', () => {
  const members = [member('f1', 'e1', null)];
  const links = [link('f1', 'c1')];
  const catalogue: Location[] = [{ service: 'Ledger', repository: 'acme/ledger', status: 'confirmed', score: 1 }];
  expect(route(members, { links, of: { c1: 'Ledger' } })).toBeNull();
  expect(route(members, { links, of: { c1: 'Ledger' }, catalogue })).toBe('acme/ledger');
});
