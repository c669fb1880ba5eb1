import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureDraft } from '@refrain/api/testing';
import { startGitHubEmulator, startPagerDutyEmulator } from '@refrain/emulators';
import { projectFolder, scriptOf } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { afterAll } from 'vitest';
import { createContractWorld } from '../contract-world.ts';
import { readExample } from './read-document.ts';

const token = 'emulator-token';

/** A running API with one of everything, accounts to connect, and a folder with the files that the documents speak of. */
export async function startDocumentedWorld() {
  const { api, ids } = await createContractWorld();
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
    async list<T>(path: string): Promise<readonly T[]> {
      const { items } = (await api.ask('GET', path)).body;
      return Array.isArray(items) ? items : [];
    },
  };
}

export type DocumentedWorld = Awaited<ReturnType<typeof startDocumentedWorld>>;

/** `npx` of this folder is the command line as it is built, without npm's time to find it. */
async function fillFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-documents-'));
  afterAll(() => rm(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await Promise.all([mkdir(join(folder, 'bin')), mkdir(join(folder, 'post-mortems'))]);
  const incident = (at: string) =>
    `${JSON.stringify({ id: at, start: at, service: 'checkout', text: `Queue stuck ${at}` })}\n`;
  await Promise.all([
    write('bin/npx', `#!/bin/sh\nshift\nexec '${process.execPath}' '${scriptOf('cli')}' "$@"\n`),
    write('key.txt', token),
    write('token.txt', token),
    write('slack.txt', 'https://hooks.slack.com/services/T0/B0/secret'),
    write('incidents.csv', readExample('docs/archives.md', 'csv')),
    write('incidents.jsonl', ['2025-01-02', '2025-03-04', '2025-09-10', '2026-01-05'].map(incident).join('')),
    write('post-mortems/2026-02-03-disk-full.md', '# Disk full\n\nNobody had an alert.\n'),
    write('report.md', '# Outage\n\nThe operator should have checked the pool.\n'),
    copyFile(join(projectFolder, '.env.example'), join(folder, '.env.example')),
  ]);
  await chmod(join(folder, 'bin/npx'), 0o755);
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
