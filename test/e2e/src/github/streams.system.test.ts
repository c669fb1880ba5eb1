import type { FailureSource, Page } from '@refrain/connectors';
import type { FailureDraft } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { neverAborted, pullAllPages } from '../pull-all-pages.ts';
import {
  createKnownRecordFinder,
  listDeliveryKeysOfPages,
  parseRecords,
  scope,
  startEmulatedGitHubAccount,
} from './history-account.ts';

const nothingKnown = async () => new Set<string>();
/** A time after all of the history and before everything that the tests do. */
const since = '2026-09-15T00:00:00.000Z';

function failuresIn(pages: readonly Page[]): FailureDraft[] {
  return pages.flatMap(({ records }) => parseRecords(records)).flatMap(({ failures }) => failures);
}

async function sync(source: FailureSource, stream: string, validator: string | null = null): Promise<FailureDraft[]> {
  return failuresIn(await pullAllPages(source, { stream, since, findKnown: nothingKnown, validator }));
}

it('a sync of an unchanged repository sends only requests that do not count towards the rate limit', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const source = open();
  for (const stream of await source.listStreams(scope, neverAborted)) {
    const first = await source.pull({ stream, cursor: null, since, findKnown: nothingKnown }, neverAborted);
    const validator = first.validator ?? null;
    const before = emulator.requests().length;
    const again = await source.pull({ stream, cursor: null, since, findKnown: nothingKnown, validator }, neverAborted);
    expect(again).toEqual({ records: [], next: null, expected: 0, validator });
    const statuses = emulator
      .requests()
      .slice(before)
      .map(({ status }) => status);
    expect({ stream, statuses: [...new Set(statuses)] }).toEqual({ stream, statuses: [304] });
    expect(statuses.length).toBeLessThanOrEqual(2);
  }
});

it('the runs stream includes only failed runs of selected workflows, with the error from the log', async () => {
  const { open } = await startEmulatedGitHubAccount();
  const failures = failuresIn(await pullAllPages(open(), { stream: 'runs:acme/one', since: null }));
  expect(failures.length).toBeGreaterThan(10);
  expect(failures.every(({ title }) => title.startsWith('Deploy '))).toBe(true);
  expect(new Set(failures.map(({ externalId }) => externalId)).size).toBe(failures.length);
  expect(failures.find(({ externalId }) => externalId === 'acme/one#run/9006')?.text).toMatch(/^quota 6 exceeded$/mu);
  expect(failures.some(({ text }) => text.includes('Post job cleanup'))).toBe(false);
  const recovered = failures.filter(({ resolvedAt }) => resolvedAt !== null);
  expect(recovered.map(({ externalId }) => externalId).sort()).toEqual(
    [0, 20, 40, 60].map((at) => `acme/one#run/${9_000 + at}`),
  );
});

it('a workflow run that is repeated until it succeeds counts as one recovered failure', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const stream = 'runs:acme/one';
  const { validator = null } = await open().pull(
    { stream, cursor: null, since, findKnown: nothingKnown },
    neverAborted,
  );
  const done = (conclusion: 'failure' | 'success', at: string, id?: number) =>
    emulator.act.runFinished({ repository: 'one', conclusion, at, ...(id === undefined ? {} : { id }) });
  const { id } = await done('failure', '2026-10-01T10:00:00.000Z');
  const externalId = `acme/one#run/${id}`;
  expect(await sync(open(), stream, validator)).toMatchObject([
    { externalId, occurredAt: '2026-10-01T10:00:00.000Z', resolvedAt: null },
  ]);
  await done('failure', '2026-10-01T11:00:00.000Z', id);
  await done('success', '2026-10-01T12:00:00.000Z', id);
  expect(await sync(open(), stream, validator)).toMatchObject([
    { externalId, occurredAt: '2026-10-01T10:00:00.000Z', resolvedAt: '2026-10-01T12:00:00.000Z' },
  ]);
});

it('the issues stream includes an incident with its comments and its end time, and no other issue', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const stream = 'issues:acme/one';
  const { validator = null } = await open().pull(
    { stream, cursor: null, since, findKnown: nothingKnown },
    neverAborted,
  );
  const opened = await emulator.act.issueOpened({
    repository: 'one',
    title: 'Cards are refused',
    labels: ['Outage', 'P1'],
  });
  await emulator.act.issueOpened({ repository: 'one', title: 'A typo', labels: ['bug'] });
  const { number } = opened;
  await emulator.act.issueCommented({ repository: 'one', number, body: 'We rolled back.' });
  await emulator.act.issueEdited({ repository: 'one', number, state: 'closed' });
  const [incident, ...others] = await sync(open(), stream, validator);
  expect(others).toEqual([]);
  expect(incident).toMatchObject({ externalId: `acme/one#issue/${number}`, text: 'We rolled back.', severity: 'P1' });
  expect(incident?.resolvedAt).not.toBeNull();
});

it('the issues stream includes an issue with several incident labels once', async () => {
  const { open } = await startEmulatedGitHubAccount();
  const incidents = failuresIn(await pullAllPages(open(), { stream: 'issues:acme/one', since: null }));
  expect(incidents).toHaveLength(52);
  expect(new Set(incidents.map(({ externalId }) => externalId)).size).toBe(52);
});

it('an issue that loses its incident label is no longer a failure, even without webhooks', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const stream = 'issues:acme/one';
  const opened = await emulator.act.issueOpened({
    repository: 'one',
    title: 'Cards are refused',
    labels: ['incident', 'P1'],
    at: '2026-10-01T10:00:00Z',
  });
  const { number } = opened;
  const externalId = `acme/one#issue/${number}`;
  const first = await open().pull({ stream, cursor: null, since, findKnown: nothingKnown }, neverAborted);
  expect(failuresIn([first])).toMatchObject([{ externalId, isFailure: true }]);
  await emulator.act.issueOpened({ repository: 'one', title: 'A typo', at: '2026-10-01T10:30:00Z' });
  await emulator.act.issueEdited({ repository: 'one', number, labels: ['P1'], at: '2026-10-01T11:00:00Z' });
  const findKnown = createKnownRecordFinder(listDeliveryKeysOfPages([first]));
  const request = { stream, since: '2026-10-01T10:05:00Z', findKnown, validator: first.validator ?? null };
  expect(failuresIn(await pullAllPages(open(), request))).toMatchObject([{ externalId, isFailure: false }]);
});

it('the post-mortems stream includes each file of the folder once, and again only after a change', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const stream = 'postmortems:acme/one';
  const all = await pullAllPages(open(), { stream, since: null });
  expect(all).toHaveLength(2);
  const incidents = failuresIn(all);
  expect(incidents).toHaveLength(31);
  expect(incidents[0]).toMatchObject({ title: 'The queue was full again' });
  expect(incidents.at(-1)).toMatchObject({
    occurredAt: '2026-05-01T00:00:00.000Z',
    references: ['https://acme.pagerduty.com/incidents/QABCDE0'],
  });

  const findKnown = createKnownRecordFinder(listDeliveryKeysOfPages(all));
  expect(failuresIn(await pullAllPages(open(), { stream, since, findKnown }))).toEqual([]);
  const path = 'docs/incidents/2026/2026-05-01-outage-0.md';
  await emulator.act.writeFile({ repository: 'one', path, content: '# The queue was full\n\nNow we know why.' });
  const changed = failuresIn(await pullAllPages(open(), { stream, since, findKnown }));
  expect(changed).toMatchObject([{ externalId: `acme/one#postmortem/${path}`, title: 'The queue was full' }]);
  expect((changed[0]?.version ?? '') > (incidents.at(-1)?.version ?? '')).toBe(true);
});

it('a moved post-mortem is one incident, and no longer a failure under its former name', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const stream = 'postmortems:acme/one';
  const all = await pullAllPages(open(), { stream, since: null });
  const findKnown = createKnownRecordFinder(listDeliveryKeysOfPages(all));
  const folder = 'docs/incidents/2026';
  const [former, path] = [`${folder}/2026-05-01-outage-0.md`, `${folder}/2026-05-01-queue.md`];
  await emulator.act.moveFile({ repository: 'one', path: former, to: path });
  const failures = failuresIn(await pullAllPages(open(), { stream, since, findKnown }));
  expect(failures.map(({ externalId, isFailure }) => [externalId, isFailure])).toEqual([
    [`acme/one#postmortem/${path}`, true],
    [`acme/one#postmortem/${former}`, false],
  ]);
  const known = new Map(failuresIn(all).map((failure) => [failure.externalId, failure]));
  for (const failure of failures) known.set(failure.externalId, failure);
  expect([...known.values()].filter(({ isFailure }) => isFailure)).toHaveLength(31);
});

describe('post-mortems that return to a former state', () => {
  const stream = 'postmortems:acme/one';
  const folder = 'docs/incidents/2026';
  const former = `${folder}/2026-05-01-outage-0.md`;

  /** Returns a function that syncs like the worker: it skips records that are already ingested, and sends the ETag of the previous sync. */
  async function syncing() {
    const { emulator, open } = await startEmulatedGitHubAccount();
    const pages = await pullAllPages(open(), { stream, since: null });
    let validator: string | null = null;
    const syncNow = async () => {
      const failures = await pullAllPages(open(), {
        stream,
        since,
        findKnown: createKnownRecordFinder(listDeliveryKeysOfPages(pages)),
        validator,
      });
      validator = failures[0]?.validator ?? null;
      expect(listDeliveryKeysOfPages(failures).filter((key) => listDeliveryKeysOfPages(pages).includes(key))).toEqual(
        [],
      );
      pages.push(...failures);
      return failuresIn(failures).map(({ externalId, isFailure, text }) => [externalId, isFailure, text]);
    };
    expect(await syncNow()).toEqual([]);
    return { emulator, syncNow };
  }

  it('a post-mortem whose former text returns is ingested again', async () => {
    const { emulator, syncNow } = await syncing();
    const write = (content: string) => emulator.act.writeFile({ repository: 'one', path: former, content });
    for (const [content, text] of [
      ['# A\n\nWe do not know why.', 'We do not know why.'],
      ['# A\n\nThe queue was full.', 'The queue was full.'],
      ['# A\n\nWe do not know why.', 'We do not know why.'],
    ] as const) {
      await write(content);
      expect(await syncNow()).toEqual([[`acme/one#postmortem/${former}`, true, expect.stringContaining(text)]]);
      expect(await syncNow()).toEqual([]);
    }
  });

  it('a post-mortem that is moved back is one incident under its former name', async () => {
    const { emulator, syncNow } = await syncing();
    const other = `${folder}/2026-05-01-queue.md`;
    for (const [path, to] of [
      [former, other],
      [other, former],
      [former, other],
    ] as const) {
      await emulator.act.moveFile({ repository: 'one', path, to });
      expect((await syncNow()).map(([externalId, isFailure]) => [externalId, isFailure])).toEqual([
        [`acme/one#postmortem/${to}`, true],
        [`acme/one#postmortem/${path}`, false],
      ]);
    }
  });
});

it('the deployments stream includes the run of a failed deployment even if its workflow is not selected', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const run = await emulator.act.runFinished({
    repository: 'one',
    workflow: '.github/workflows/ship.yml',
    name: 'Ship',
    conclusion: 'failure',
    jobs: [{ name: 'ship', log: '##[error]no space left on device' }],
  });
  const logUrl = `${emulator.url}/web/acme/one/actions/runs/${run.id}`;
  const { id: deploymentId } = await emulator.act.addDeployment({ repository: 'one' });
  const status = { repository: 'one', deploymentId, state: 'failure', logUrl: `${logUrl}/job/7` } as const;
  await emulator.act.addDeploymentStatus(status);
  const failures = await sync(open(), 'deployments:acme/one');
  expect(failures).toMatchObject([
    { externalId: `acme/one#deployment/${deploymentId}`, references: [logUrl] },
    { externalId: `acme/one#run/${run.id}`, url: logUrl, environment: 'production' },
  ]);
  expect(failures[1]?.text).toContain('no space left on device');
  const chosen = { ...scope, workflows: ['ship'] };
  expect(await sync(open({ scope: chosen }), 'deployments:acme/one')).toHaveLength(1);
  const elsewhere = { ...scope, environments: ['staging'] };
  expect(await sync(open({ scope: elsewhere }), 'deployments:acme/one')).toEqual([]);
});

it('a deployment whose run is repeated is one recovered failure, although GitHub creates a deployment for each attempt', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const stream = 'deployments:acme/one';
  const ship = { repository: 'one', workflow: '.github/workflows/ship.yml', name: 'Ship' } as const;
  const day = Date.parse('2026-10-01T00:00:00Z');
  const at = (hour: number) => new Date(day + hour * 3_600_000).toISOString();
  const deploy = async (hour: number, state: 'failure' | 'success', run: { id: number }) => {
    const { id: deploymentId } = await emulator.act.addDeployment({ repository: 'one', at: at(hour) });
    const logUrl = `${emulator.url}/web/acme/one/actions/runs/${run.id}/job/7`;
    await emulator.act.addDeploymentStatus({ repository: 'one', deploymentId, state, logUrl, at: at(hour) });
    return `acme/one#deployment/${deploymentId}`;
  };
  let validator: string | null = null;
  const syncAt = async (hour: number) => {
    const before = emulator.requests().length;
    const request = { stream, cursor: null, since: at(hour - 0.5), findKnown: nothingKnown, validator };
    const page = await open().pull(request, neverAborted);
    validator = page.validator ?? null;
    const requests = emulator.requests().slice(before);
    return { failures: failuresIn([page]), runs: requests.filter(({ path }) => /\/runs\/\d+$/u.test(path)).length };
  };

  const run = await emulator.act.runFinished({ ...ship, conclusion: 'failure', at: at(1) });
  const externalId = `acme/one#run/${run.id}`;
  const first = await deploy(1, 'failure', run);
  expect((await syncAt(1)).failures).toMatchObject([{ externalId: first }, { externalId, resolvedAt: null }]);
  const other = await emulator.act.runFinished({ ...ship, conclusion: 'success', at: at(2) });
  await deploy(2, 'success', other);
  expect(await syncAt(2)).toEqual({ failures: [], runs: 0 });

  await emulator.act.runFinished({ ...ship, id: run.id, conclusion: 'failure', at: at(3) });
  const again = await deploy(3, 'failure', run);
  expect((await syncAt(3)).failures).toMatchObject([{ externalId: again }, { externalId, resolvedAt: null }]);
  await emulator.act.runFinished({ ...ship, id: run.id, conclusion: 'success', at: at(30) });
  await deploy(30, 'success', run);
  expect(await syncAt(30)).toMatchObject({ failures: [{ externalId, resolvedAt: at(30) }], runs: 1 });
  await deploy(31, 'success', run);
  expect(await syncAt(31)).toEqual({ failures: [], runs: 0 });
});

it('all streams of a renamed repository return the same records as before', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const streams = (await open().listStreams(scope, neverAborted)).filter((stream) => stream.endsWith('/one'));
  const before = await Promise.all(
    streams.map((stream) => pullAllPages(open(), { stream, since: '2026-06-20T00:00:00.000Z' })),
  );
  await emulator.act.rename({ repository: 'one', name: 'first' });
  for (const [at, stream] of streams.entries()) {
    const after = await pullAllPages(open(), { stream, since: '2026-06-20T00:00:00.000Z' });
    expect({ stream, keys: listDeliveryKeysOfPages(after) }).toEqual({
      stream,
      keys: listDeliveryKeysOfPages(before[at] ?? []),
    });
    expect(await open().findMoved(stream, neverAborted)).toBe(stream.replace('acme/one', 'acme/first'));
  }
});

it('a deleted repository is reported as missing, while other repositories continue', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const streams = (await open().listStreams(scope, neverAborted)).filter((stream) => stream.endsWith('/one'));
  await emulator.act.delete({ repository: 'one' });
  for (const stream of streams) {
    await expect(open().pull({ stream, cursor: null, since }, neverAborted)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await open().findMoved(stream, neverAborted)).toBeNull();
  }
  expect(
    (await pullAllPages(open(), { stream: 'commits:acme/two', since: null })).flatMap(({ records }) => records).length,
  ).toBeGreaterThan(0);
});

it('the catalogue files of a repository are catalog-info.yaml and the first CODEOWNERS, if they exist', async () => {
  const { emulator, open } = await startEmulatedGitHubAccount();
  const repository = 'acme/one';
  expect(await open().listCatalogueFiles(repository, neverAborted)).toEqual([]);
  await emulator.act.writeFile({ repository, path: 'catalog-info.yaml', content: 'kind: Component\n' });
  await emulator.act.writeFile({ repository, path: 'CODEOWNERS', content: '/api/ @acme/api\n' });
  await emulator.act.writeFile({ repository, path: 'docs/CODEOWNERS', content: '/not/read @acme/x\n' });
  expect(await open().listCatalogueFiles(repository, neverAborted)).toEqual([
    { path: 'catalog-info.yaml', text: 'kind: Component\n' },
    { path: 'CODEOWNERS', text: '/api/ @acme/api\n' },
  ]);
});
