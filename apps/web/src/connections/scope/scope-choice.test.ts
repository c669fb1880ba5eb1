import { expect, test } from 'vitest';
import { defaultScope, findInvalidPostmortemFolders, toScope, toScopeChoice } from './scope-choice.ts';

const github = selecting('repositories');
const pagerduty = selecting('services');

function selecting(selects: 'repositories' | 'services') {
  return { scope: { selects, example: '', excludes: null, refinements: [] } };
}

const visible = ['Acme/api', 'Acme/web'];

test('toScopeChoice converts a scope to the state of the form, and toScope converts it back', () => {
  const scope = { ...defaultScope, repositories: ['acme/API', 'acme/shop-*'], workflows: [] };
  const choice = toScopeChoice(github, scope, visible);
  expect(choice).toMatchObject({ all: false, names: ['Acme/api'], patterns: ['acme/shop-*'], workflows: [] });
  expect(toScope(github, choice)).toEqual({ ...scope, repositories: ['Acme/api', 'acme/shop-*'] });
});

test('toScope converts the choice of everything to an empty list, and a choice of nothing to null', () => {
  const all = toScopeChoice(pagerduty, defaultScope, ['checkout']);
  expect(all.all).toBe(true);
  expect(toScope(pagerduty, { ...all, names: ['checkout'] })).toEqual(defaultScope);
  expect(toScope(pagerduty, { ...all, all: false })).toBeNull();
  expect(toScope(pagerduty, { ...all, all: false, names: ['checkout'] })?.services).toEqual(['checkout']);
});

test('findInvalidPostmortemFolders returns the folders that do not name a repository', () => {
  expect(findInvalidPostmortemFolders(['acme/wiki:docs/post mortems', 'acme/wiki', 'docs', 'acme/wiki/docs'])).toEqual([
    'docs',
    'acme/wiki/docs',
  ]);
});
