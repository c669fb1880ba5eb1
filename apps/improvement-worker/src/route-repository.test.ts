import type { ReportLink, ReportMember } from '@refrain/domain';
import { expect, test } from 'vitest';
import { routeRepository } from './route-repository.ts';

const member = (failureId: string, episodeId: string, repository: string | null) =>
  ({ failureId, episodeId, repository }) as ReportMember;
const link = (failureId: string, targetId: string) => ({ failureId, targetId, type: 'caused_by' }) as ReportLink;
const none = new Map<string, string>();

test('the repository of most episodes wins, however many failures one episode has', () => {
  const members = [
    member('f1', 'e1', 'acme/web'),
    member('f2', 'e1', 'acme/web'),
    member('f3', 'e1', 'acme/web'),
    member('f4', 'e2', 'acme/api'),
    member('f5', 'e3', 'acme/api'),
  ];
  expect(routeRepository({ members, links: [] }, none, null)).toBe('acme/api');
});

test('linked changes speak for failures that name no repository', () => {
  const members = [member('f1', 'e1', null), member('f2', 'e2', null), member('f3', 'e3', 'acme/web')];
  const links = [link('f1', 'c1'), link('f2', 'c2'), link('f3', 'f1')];
  const repositories = new Map([
    ['c1', 'acme/api'],
    ['c2', 'acme/api'],
  ]);
  expect(routeRepository({ members, links }, repositories, 'acme/fallback')).toBe('acme/api');
});

test('of equals the first by name is taken, in any order', () => {
  const members = [member('f1', 'e1', 'acme/b'), member('f2', 'e2', 'acme/a')];
  expect(routeRepository({ members, links: [] }, none, null)).toBe('acme/a');
  expect(routeRepository({ members: members.toReversed(), links: [] }, none, null)).toBe('acme/a');
});

test('without any repository there is the fallback, or none', () => {
  const members = [member('f1', 'e1', null)];
  expect(routeRepository({ members, links: [] }, none, 'acme/fallback')).toBe('acme/fallback');
  expect(routeRepository({ members, links: [] }, none, null)).toBeNull();
});
