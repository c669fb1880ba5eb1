import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '@refrain/local';
import { root } from '../start-refrain.ts';
import { kinds, type Manifest } from './manifest-kinds.ts';

/**
 * Checks manifests against Kubernetes' schemas, which accept unknown fields like the API server. Then checks them as TypeScript literals
 * against the types of these schemas, which reject unknown fields. Returns the problem; null if there is none.
 */
export async function checkManifests(manifests: readonly Manifest[]): Promise<string | null> {
  for (const manifest of manifests) {
    try {
      const kind = kinds[manifest.kind];
      if (kind === undefined) return `${manifest.kind} is no known kind`;
      kind.check(manifest);
    } catch (thrown) {
      return `${manifest.kind} ${manifest.metadata.name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    }
  }
  return checkFields(manifests);
}

async function checkFields(manifests: readonly Manifest[]): Promise<string | null> {
  const folder = await mkdtemp(join(root, 'test/e2e/dist/chart-'));
  const lines = manifests.map(
    (manifest, at) =>
      `export const m${at}: import('${kinds[manifest.kind]?.module}').I${manifest.kind} = ${JSON.stringify(manifest)};`,
  );
  try {
    await writeFile(join(folder, 'manifests.mts'), lines.join('\n'));
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig'];
    await runCommand(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'manifests.mts'], {
      cwd: folder,
      env: process.env,
    });
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } finally {
    await rm(folder, { recursive: true });
  }
}
