import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureDraft } from '@refrain/api/testing';
import { writeDocumentedFiles } from '@refrain/documents';
import { startGitHubEmulator, startPagerDutyEmulator } from '@refrain/emulators';
import { projectFolder, scriptOf } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { afterAll } from 'vitest';
import { createContractWorld } from '../contract-world.ts';

const token = 'emulator-token';

/** A running API with one of everything, accounts to connect, and a folder with the files that the documents speak of. */
export async function startDocumentedWorld() {
  const { api, ids, requests } = await createContractWorld();
  await api.store.failures.upsert(ids.connections ?? '', [
    { ...failureDraft('three'), url: 'https://acme.pagerduty.com/incidents/PABC123' },
  ]);
  api.index.start();
  // As the worker would: who connects an account waits until its webhook has been seen to.
  const watch = setInterval(async () => {
    const { connections } = api.store;
    const webhook = { state: 'active', checkedAt: new Date().toISOString() } as const;
    for (const { id } of await connections.list()) await connections.setWebhook(id, webhook, {});
  }, 1_000);
  afterAll(() => clearInterval(watch));
  const { world } = generateOrganisation(3, { services: 2, repositories: 2, changes: 10, failures: 5 });
  const github = await startGitHubEmulator({ world: world.github, token, limits: 'off' });
  const pagerduty = await startPagerDutyEmulator({ world: world.pagerduty, token, limits: 'off' });
  afterAll(() => Promise.all([github.close(), pagerduty.close()]));
  return {
    url: api.url,
    token: api.token,
    folder: await fillFolder(),
    github: { account: world.github.organisation, url: github.url },
    pagerduty: { account: world.pagerduty.subdomain, url: pagerduty.url },
    subscriber: await startSubscriber(),
    hasWorkers: false,
    async list<T>(path: string): Promise<readonly T[]> {
      // There is none but while one is asked for: else something would be wrong with all of it.
      if (path.startsWith('/v1/dead-letters')) await requests.findDeadLetter?.();
      const { items } = (await api.ask('GET', path)).body;
      return Array.isArray(items) ? items : [];
    },
  };
}

/** `npx` of this folder is the command line as it is built, without npm's time to find it. */
async function fillFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-documents-'));
  afterAll(() => rm(folder, { recursive: true }));
  const npx = join(folder, 'bin/npx');
  await mkdir(join(folder, 'bin'));
  await writeDocumentedFiles(folder, token);
  await Promise.all([
    writeFile(npx, `#!/bin/sh\nshift\nexec '${process.execPath}' '${scriptOf('cli')}' "$@"\n`, { mode: 0o755 }),
    copyFile(join(projectFolder, '.env.example'), join(folder, '.env.example')),
  ]);
  return folder;
}

/** Takes whatever it is sent. */
async function startSubscriber(): Promise<string> {
  const server = createServer((request, response) => request.resume().on('end', () => response.writeHead(204).end()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`;
}
