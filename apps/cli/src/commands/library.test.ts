import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPathResponder, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

test('library export writes files, and library list sends its filters to the API', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-library-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const asked: string[] = [];
  const api = await startSimulatedApi((request, response) => {
    asked.push(request.url ?? '');
    const items = [
      { path: 'README.md', content: '# First\n' },
      { path: 'scenarios/pool-p1.md', content: '# Pool\n' },
    ];
    createPathResponder({ '/v1/library/files': { items } })(request, response);
  });
  const { out } = await runProgram(api, ['library', 'export', 'failures', '--cause', 'capacity'], { cwd: folder });
  expect(asked).toEqual(['/v1/library/files?cause=capacity']);
  expect(out).toBe('2 files were written to failures. Start with README.md.\n');
  expect(await readFile(join(folder, 'failures/scenarios/pool-p1.md'), 'utf8')).toBe('# Pool\n');
});

test('library export replaces a symbolic link without changing its target', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-library-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'important'), 'keep');
  await mkdir(join(folder, 'failures'));
  await symlink('../important', join(folder, 'failures/README.md'));
  const items = [{ path: 'README.md', content: '# First\n' }];
  const api = await startSimulatedApi(createPathResponder({ '/v1/library/files': { items } }));
  await runProgram(api, ['library', 'export', 'failures'], { cwd: folder });
  expect(await readFile(join(folder, 'important'), 'utf8')).toBe('keep');
  expect(await readFile(join(folder, 'failures/README.md'), 'utf8')).toBe('# First\n');
});

test('library list explains why the failure library is empty', async () => {
  const api = await startSimulatedApi(
    createPathResponder({ '/v1/library': { items: [], next: null, total: 0, withoutLesson: 0 } }),
  );
  expect((await runProgram(api, ['library', 'list'])).out).toMatch(
    /A scenario needs a stated root cause or resolution/u,
  );
});
