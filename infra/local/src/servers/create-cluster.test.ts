import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCluster } from './create-cluster.ts';

test('reports why a cluster cannot be created, and leaves no files behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-cluster-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [initdb, cluster] = [join(folder, 'initdb'), join(folder, 'cluster')];
  // The output of `initdb` on a full disk.
  const output = [
    '2026-03-04 05:06:07.000 UTC [7] FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device',
    'child process exited with exit code 1',
    `initdb: removing contents of data directory "${cluster}"`,
  ];
  await writeFile(initdb, `#!/bin/sh\ncat >&2 <<'END'\n${output.join('\n')}\nEND\nexit 1\n`, { mode: 0o755 });
  const plan = { cluster, initdb, password: 'secret', user: null, nameFolder: (path: string) => path, isLasting: true };
  await expect(createCluster(plan)).rejects.toThrow(
    `The database ${cluster} cannot be created: ${output[0]}. Correct that, then start again.`,
  );
  expect(await readdir(folder)).toEqual(['initdb']);
});
