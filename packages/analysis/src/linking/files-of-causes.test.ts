import type { Failure, LinkType } from '@refrain/domain';
import { expect, test } from 'vitest';
import { addFilesOfCauses } from './files-of-causes.ts';

const failure = (id: string, paths: string[] = []) => ({ id, paths }) as Partial<Failure> as Failure;
const link = (type: LinkType, targetId: string, status: 'suggested' | 'confirmed' | 'rejected' = 'suggested') => ({
  type,
  failureId: 'a',
  targetId,
  status,
});
const changes = [
  { id: 'c1', paths: ['api/quotes.yaml', 'src/quotes.ts'] },
  { id: 'c2', paths: ['deploy/values.yaml'] },
];

test('addFilesOfCauses adds the files of the causing changes to a failure, each once', () => {
  const links = [link('caused_by', 'c1'), link('caused_by', 'c2', 'confirmed')];
  const [a, b] = addFilesOfCauses([failure('a', ['src/quotes.ts']), failure('b', ['x.ts'])], links, changes);
  expect(a?.paths).toEqual(['src/quotes.ts', 'api/quotes.yaml', 'deploy/values.yaml']);
  expect(b?.paths).toEqual(['x.ts']);
});

test('addFilesOfCauses adds no files of resolutions, shipments, rejected causes or unknown changes', () => {
  const links = [
    link('resolved_by', 'c1'),
    link('shipped_by', 'c2'),
    link('caused_by', 'c2', 'rejected'),
    link('caused_by', 'gone'),
  ];
  expect(addFilesOfCauses([failure('a')], links, changes)).toEqual([failure('a')]);
});
