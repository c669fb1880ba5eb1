import type { Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { withFilesOfCauses } from './files-of-causes.ts';

const failure = (id: string, paths: string[] = []) => ({ id, paths }) as Partial<Failure> as Failure;
const changes = [
  { id: 'c1', paths: ['api/quotes.yaml', 'src/quotes.ts'] },
  { id: 'c2', paths: ['deploy/values.yaml'] },
];

test('a failure takes on the files of the changes that caused it, each once, beside its own', () => {
  const links = [
    { type: 'caused_by', failureId: 'a', targetId: 'c1' },
    { type: 'caused_by', failureId: 'a', targetId: 'c2' },
  ] as const;
  const [a, b] = withFilesOfCauses([failure('a', ['src/quotes.ts']), failure('b', ['x.ts'])], links, changes);
  expect(a?.paths).toEqual(['src/quotes.ts', 'api/quotes.yaml', 'deploy/values.yaml']);
  expect(b?.paths).toEqual(['x.ts']);
});

test('what ended it, what shipped it and what is not known add nothing', () => {
  const links = [
    { type: 'ended_by', failureId: 'a', targetId: 'c1' },
    { type: 'shipped_by', failureId: 'a', targetId: 'c2' },
    { type: 'caused_by', failureId: 'a', targetId: 'gone' },
  ] as const;
  expect(withFilesOfCauses([failure('a')], links, changes)).toEqual([failure('a')]);
});
