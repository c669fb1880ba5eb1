import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure, Improvement } from '@refrain/domain';
import { projectFolder, scriptOf } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { afterAll } from 'vitest';
import { findFreePort } from '../built-process.ts';
import { startEmulatedAccounts, token } from '../emulated-accounts.ts';
import { startRefrain } from '../start-refrain.ts';
import { until } from '../until.ts';

interface Listed<T> {
  readonly items: readonly T[];
}

/** A filled, running Refrain, and a folder with the files that the documents speak of. */
export async function startDocumentedWorld() {
  const { world } = generateOrganisation(11, { services: 4, repositories: 4, changes: 100, failures: 50 });
  const { organisation } = world.github;
  const accounts = await startEmulatedAccounts(world);
  const port = String(await findFreePort());
  const refrain = await startRefrain({
    PORT: port,
    REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}`,
    REFRAIN_LOOPBACK_SUBSCRIPTIONS: 'true',
  });
  await refrain.ask('PUT', '/v1/policy', {
    fallbackRepository: `${organisation}/${world.github.repositories[0]?.name}`,
    ...{ leastPeopleHours: 0, fewestEpisodes: 2, leastConfidence: 0.5 },
  });
  await accounts.connect(refrain);
  await refrain.settle();
  const list = async <T>(path: string) => (await refrain.ask<Listed<T>>('GET', path)).items;
  await until(
    () => list<Improvement>('/v1/improvements?state=proposed'),
    ({ length }) => length > 0,
  );
  const folder = await fillFolder();
  return {
    ...{ refrain, accounts, organisation, folder, list },
    subdomain: world.pagerduty.subdomain,
    service: world.pagerduty.services[0]?.name ?? '',
    subscriber: await startSubscriber(),
    /** Where an incident of PagerDuty that is stored can be seen. */
    findIncident: async () =>
      (await list<Failure>('/v1/failures?kind=incident')).find(({ url }) => url?.includes('/incidents/'))?.url ?? '',
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
    write('incidents.csv', 'id,title,summary,date\n1,Queue stuck,The consumer had died,2026-01-02\n'),
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
