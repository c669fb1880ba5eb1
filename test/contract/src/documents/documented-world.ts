import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFailureDraft } from '@refrain/api/testing';
import { startGitHubEmulator, startPagerDutyEmulator } from '@refrain/emulators';
import { findProcessScript, projectFolder } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import { createContractTestInstallation } from '../contract-test-installation.ts';
import { writeDocumentedFiles } from './index.ts';

const token = 'emulator-token';

/**
 * Starts an API with an object of every kind, provider accounts to connect, and a folder with the files that the documents name. Everything
 * is removed after the current test, or after the test file if no test is running.
 */
export async function startDocumentedInstallation() {
  const { api, ids, requests } = await createContractTestInstallation();
  await api.store.failures.upsert(ids.connections ?? '', [
    { ...createFailureDraft('three'), url: 'https://acme.pagerduty.com/incidents/PABC123' },
  ]);
  // Marks each webhook as checked, because `connect` waits for the check and no worker runs to perform it.
  const setWebhooks = async () => {
    const { connections } = api.store;
    const webhook = { state: 'active', checkedAt: new Date().toISOString() } as const;
    for (const { id } of await connections.list()) await connections.setWebhook(id, webhook, {});
  };
  let settingWebhooks = Promise.resolve();
  const timer = setInterval(() => {
    settingWebhooks = settingWebhooks.then(setWebhooks);
  }, 1_000);
  cleanUpAfterTest(async () => {
    clearInterval(timer);
    await settingWebhooks;
  });
  const { world } = generateOrganisation(3, { services: 2, repositories: 2, changes: 10, failures: 5 });
  const github = await startGitHubEmulator({ world: world.github, token, limits: 'off' });
  const pagerduty = await startPagerDutyEmulator({ world: world.pagerduty, token, limits: 'off' });
  cleanUpAfterTest(() => Promise.all([github.close(), pagerduty.close()]));
  const subscriber = await startSubscriber();
  // The user and the subscription to which documented commands with an id refer.
  await api.ask('POST', '/v1/users', { name: 'Ann Archer', role: 'triager' });
  await api.ask('POST', '/v1/subscriptions', { kind: 'webhook', address: subscriber, events: ['digest_written'] });
  return {
    url: api.url,
    token: api.token,
    startSearch: api.index.start,
    folder: await fillFolder(),
    github: { account: world.github.organisation, url: github.url },
    pagerduty: { account: world.pagerduty.subdomain, url: pagerduty.url },
    subscriber,
    hasWorkers: false,
    async list<T>(path: string): Promise<readonly T[]> {
      // Creates the dead letter only on request, because `refrain doctor` fails while a dead letter exists.
      if (path.startsWith('/v1/dead-letters')) await requests.findDeadLetter?.();
      const { items } = (await api.ask('GET', path)).body;
      return Array.isArray(items) ? items : [];
    },
  };
}

/** Creates a folder whose `npx` runs the built command line directly, which saves npm's start-up time. */
async function fillFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-documents-'));
  cleanUpAfterTest(() => rm(folder, { recursive: true }));
  const npx = join(folder, 'bin/npx');
  await mkdir(join(folder, 'bin'));
  await writeDocumentedFiles(folder, token);
  await Promise.all([
    writeFile(npx, `#!/bin/sh\nshift\nexec '${process.execPath}' '${findProcessScript('cli')}' "$@"\n`, {
      mode: 0o755,
    }),
    copyFile(join(projectFolder, '.env.example'), join(folder, '.env.example')),
  ]);
  return folder;
}

/** Starts a webhook subscriber that accepts every delivery, and returns its URL. */
async function startSubscriber(): Promise<string> {
  const server = createServer((request, response) => request.resume().on('end', () => response.writeHead(204).end()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUpAfterTest(async () => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`;
}
