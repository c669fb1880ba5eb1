import { defaultConnectionScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeMissingScopeMembers } from './sync-scope.ts';

const member = (name: string, state: 'present' | 'gone' = 'present') => ({ id: name, name, state });
const both = [member('acme/api'), member('acme/web')];

test.each([
  ['the whole account', [], both, null],
  ['existing names', ['acme/api', 'acme/web'], both, null],
  ['a name in another letter case', ['ACME/API'], both, null],
  ['filters with wildcards', ['acme/*', 'other/?'], both, null],
  ['a name that does not exist', ['acme/api', 'acme/gone'], both, 'acme/gone'],
  ['the whole account, of which one is gone', [], [...both, member('acme/old', 'gone')], 'acme/old'],
  ['the name of one that is gone', ['Acme/old'], [member('acme/old', 'gone')], 'Acme/old'],
])('the message names the missing repositories if the scope is %s', (_case, repositories, members, gone) => {
  const told = describeMissingScopeMembers(
    { scope: { ...defaultConnectionScope, repositories } },
    members,
    'repositories',
  );
  if (gone === null) expect(told).toBeNull();
  else expect(told).toContain(`: ${gone};`);
});

test('the message about missing services names five of them and counts the rest', () => {
  const members = Array.from({ length: 8 }, (_, index) => member(`service ${index}`, 'gone'));
  const told = describeMissingScopeMembers({ scope: defaultConnectionScope }, members, 'services');
  expect(told).toMatch(/^These services are gone, .*: service 0, .*, service 4 and 3 more; /u);
});
