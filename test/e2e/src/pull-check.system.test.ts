import type { Connection, Pattern, ProviderWrite, PullCheck, StoredReport } from '@refrain/domain';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { pollUntil } from './poll-until.ts';

import { startRefrain } from './start-refrain.ts';

const { world } = generateOrganisation(11, { services: 12, repositories: 14, changes: 700, failures: 180 });
const { organisation } = world.github;
const accounts = await startEmulatedAccounts(world);
const { github } = accounts;
const app = await github.act.installApp({
  permissions: {
    contents: 'read',
    pull_requests: 'read',
    deployments: 'read',
    actions: 'read',
    checks: 'write',
    issues: 'write',
  },
  events: [
    'deployment_status',
    'issues',
    'issue_comment',
    'pull_request',
    'push',
    'repository',
    'workflow_run',
    'check_run',
  ],
});
const port = String(await findFreePort());
const refrain = await startRefrain({ PORT: port, REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}` });
const { appId, installationId, privateKey } = app;
const { connection } = await refrain.ask<{ connection: Connection }>('POST', '/v1/connections', {
  provider: 'github',
  account: organisation,
  baseUrl: github.url,
  credential: JSON.stringify({ kind: 'github_app', appId, installationId, privateKey }),
});
github.act.setAppWebhook({ appId, active: true });
await pollUntil(
  () => refrain.ask<Connection>('GET', `/v1/connections/${connection.id}`),
  ({ webhook }) => webhook.checkedAt !== null,
);
await refrain.ask('POST', `/v1/connections/${connection.id}/backfill`, {});
await refrain.ask('PUT', '/v1/policy', { checkPulls: true, checkedShare: 0.1 });
await refrain.waitUntilIdle();

const repositoryOf = (name: string) => {
  const found = github.listRepositories().find((one) => one.name === name);
  if (found === undefined) throw new Error(`The emulated GitHub has no repository ${name}`);
  return found;
};
const checksOf = (name: string) => [...repositoryOf(name).checks.values()];

const { items: patterns } = await refrain.ask<{ items: Pattern[] }>('GET', '/v1/patterns?limit=50');
const reports = await Promise.all(
  patterns.map(({ id }) => refrain.ask<StoredReport>('GET', `/v1/patterns/${id}/report`)),
);
const failed = reports
  .flatMap(({ report }) => report.links.filter(({ type, score }) => type === 'caused_by' && score >= 0.5))
  .sort((a, b) => ((a.targetAt ?? '') < (b.targetAt ?? '') ? 1 : -1))
  .flatMap(({ targetUrl }) => {
    const [, name = '', number] = /\/([^/]+)\/pull\/(\d+)$/u.exec(targetUrl ?? '') ?? [];
    const pull = number === undefined ? undefined : repositoryOf(name).pulls.get(Number(number));
    return pull === undefined ? [] : [{ name, pull }];
  });

type FailedPull = (typeof failed)[number];

async function openAgain({ name, pull: { title, body, files } }: FailedPull): Promise<number> {
  const { number } = await github.act.pullOpened({ repository: name, title: `${title} (second attempt)`, body, files });
  return number;
}

const listChecks = async () => (await refrain.ask<{ items: PullCheck[] }>('GET', '/v1/checks')).items;

const untilChecks = (name: string, count: number) =>
  pollUntil(
    async () => checksOf(name),
    ({ length }) => length >= count,
  );

test('Refrain checks pull requests that resemble failed ones, follows pushes and feedback, and audits each check', async () => {
  const again = failed[0] ?? { name: '', pull: undefined as never };
  const other = failed.find(({ name }) => name !== again.name) ?? again;
  const number = await openAgain(again);
  await showsNeutralCheckWithReasons(again, number);
  await movesCheckToNewestCommit(again, number);
  await thanksForFeedback(again, number);
  await obeysRepositorySettings(again, other, number);
  await auditsAndUndoesChecks([again, other]);
  accounts.expectDocumented();
});

async function showsNeutralCheckWithReasons({ name }: FailedPull, number: number): Promise<void> {
  const [check] = await untilChecks(name, 1);
  expect(check).toMatchObject({
    name: 'Refrain',
    conclusion: 'neutral',
    title: expect.stringMatching(/^Resembles /u),
    headSha: repositoryOf(name).pulls.get(number)?.headSha,
    actions: [{ identifier: 'unhelpful' }],
  });
  expect(check?.summary).toMatch(/### Why this check appears\n\n- .*same title has failed before/u);
  expect(check?.summary).toContain('### Earlier failures');
  expect(check?.detailsUrl).toMatch(/\/patterns\/[\w-]+$/u);
  const [listed] = await pollUntil(listChecks, (items) => items[0]?.state === 'shown');
  expect(listed).toMatchObject({ number, repository: `${organisation}/${name}`, state: 'shown' });
}

/** Expects one check per commit after a push, after an edit and after a requested re-run. */
async function movesCheckToNewestCommit({ name }: FailedPull, number: number): Promise<void> {
  const { headSha, title } = await github.act.pullPushed({ repository: name, number });
  const check = (await untilChecks(name, 2)).find((one) => one.headSha === headSha);
  await pollUntil(listChecks, (items) => items[0]?.state === 'shown');
  await github.act.pullEdited({ repository: name, number, title: `${title}, once more` });
  const checkRunId = check?.id ?? 0;
  await github.act.checkRerequested({ repository: name, checkRunId });
  expect(repositoryOf(name).checks.get(checkRunId)?.isPending).toBe(true);
  await pollUntil(
    async () => repositoryOf(name).checks.get(checkRunId),
    (now) => now?.isPending === false,
  );
  expect(checksOf(name)).toHaveLength(2);
}

/** Expects that a check is no longer updated after a person marked it as unhelpful. */
async function thanksForFeedback({ name }: FailedPull, number: number): Promise<void> {
  const check = checksOf(name).at(-1);
  await github.act.checkActionRequested({ repository: name, checkRunId: check?.id ?? 0, identifier: 'unhelpful' });
  const answered = await pollUntil(
    async () => repositoryOf(name).checks.get(check?.id ?? 0),
    (now) => now?.actions.length === 0,
  );
  expect(answered).toMatchObject({ title: 'Marked as not helpful', conclusion: 'neutral' });
  await github.act.pullPushed({ repository: name, number });
  expect(await listChecks()).toContainEqual(expect.objectContaining({ number, state: 'unhelpful' }));
}

/** Expects no check on an ordinary pull request, nor while the repository's settings file turns checks off. */
async function obeysRepositorySettings(again: FailedPull, other: FailedPull, number: number): Promise<void> {
  const path = '.github/refrain.yml';
  await github.act.writeFile({ repository: other.name, path, content: 'checks: off\n' });
  const title = 'Translate the welcome page into Welsh';
  await github.act.pullOpened({ repository: again.name, title, files: ['locales/cy.json'] });
  const opened = await openAgain(other);
  await refrain.waitUntilIdle();
  expect([checksOf(again.name).length, checksOf(other.name).length]).toEqual([2, 0]);
  expect((await listChecks()).map((check) => check.number)).toEqual([number]);
  await github.act.writeFile({ repository: other.name, path, content: 'checks: on\n' });
  await github.act.pullPushed({ repository: other.name, number: opened });
  await untilChecks(other.name, 1);
}

async function auditsAndUndoesChecks(pulls: readonly FailedPull[]): Promise<void> {
  const { items } = await pollUntil(
    () => refrain.ask<{ items: ProviderWrite[] }>('GET', '/v1/writes?action=check_run&limit=50'),
    (writes) => writes.items.length >= 3 && writes.items.every(({ state }) => state === 'done'),
  );
  const shown = items.find(({ isUndoable }) => isUndoable);
  await refrain.ask('POST', `/v1/writes/${shown?.id}/undo`, {});
  await pollUntil(
    () => refrain.ask<ProviderWrite>('GET', `/v1/writes/${shown?.id}`),
    ({ state }) => state === 'undone',
  );
  expect(pulls.flatMap(({ name }) => checksOf(name).map(({ conclusion }) => conclusion))).toContain('skipped');
}
