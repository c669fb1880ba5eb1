import { defaultScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeGone } from './describe-gone.ts';

const member = (name: string, state: 'present' | 'gone' = 'present') => ({ id: name, name, state });
const both = [member('acme/api'), member('acme/web')];

test.each([
  ['all of it', [], both, null],
  ['what is there', ['acme/api', 'acme/web'], both, null],
  ['it in another letter case', ['ACME/API'], both, null],
  ['patterns', ['acme/*', 'other/?'], both, null],
  ['a name that nothing bears', ['acme/api', 'acme/gone'], both, 'acme/gone'],
  ['all of it, and one is gone', [], [...both, member('acme/old', 'gone')], 'acme/old'],
  ['one that is gone by its name', ['Acme/old'], [member('acme/old', 'gone')], 'Acme/old'],
])('names the missing repositories of a scope of %s', (_case, repositories, members, gone) => {
  const told = describeGone({ scope: { ...defaultScope, repositories } }, members, 'repositories');
  if (gone === null) expect(told).toBeNull();
  else expect(told).toContain(`: ${gone};`);
});

test('names five of many missing services and counts the rest', () => {
  const members = Array.from({ length: 8 }, (_, index) => member(`service ${index}`, 'gone'));
  const told = describeGone({ scope: defaultScope }, members, 'services');
  expect(told).toMatch(/^These services are gone, .*: service 0, .*, service 4 and 3 more; /u);
});
