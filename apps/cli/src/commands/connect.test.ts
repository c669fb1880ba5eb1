import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Connection } from '@refrain/domain';
import { afterAll, expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { createConnectionUnderTest, createWebhookUnderTest } from '../create-connection-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const folder = await mkdtemp(join(tmpdir(), 'refrain-connect-'));
afterAll(() => rm(folder, { recursive: true }));
const secretFile = join(folder, 'secret');
await writeFile(secretFile, 'from PagerDuty\n');

const health = {
  account: 'acme',
  visible: ['acme/api', 'acme/web'],
  missing: [
    { permission: 'Deployments: read', costs: 'failed deployments' },
    { permission: 'Webhooks: read and write', costs: 'events as they happen', isOptional: true },
  ],
  budget: { limit: 5_000, remaining: 4_900, resetsAt: '2026-01-01T01:00:00.000Z' },
  respondedAt: '2026-01-01T00:30:00.000Z',
};

interface Run {
  readonly sent: Record<string, unknown>[];
  readonly out: string;
}

async function connect(
  args: string[],
  env: Record<string, string> = {},
  webhook: Connection['webhook'] = createWebhookUnderTest('active'),
): Promise<Run> {
  const sent: Record<string, unknown>[] = [];
  const unseen = { ...createWebhookUnderTest('none'), checkedAt: null };
  let provider: Connection['provider'] = 'github';
  const api = await startSimulatedApi(async (request, response) => {
    if (request.method === 'GET') return sendJson(response, 200, createConnectionUnderTest({ provider, webhook }));
    const wanted = JSON.parse(await text(request));
    sent.push(wanted);
    provider = wanted.provider;
    const address = { url: 'https://refrain.example/webhooks/x/c1/key', secret: wanted.webhookSecret ?? 'made' };
    if (request.url?.endsWith('/check')) {
      const streams = ['commits:acme/api', 'pulls:acme/api'];
      return sendJson(response, 200, { health, matched: ['acme/api'], unmatched: ['acme/typo'], streams });
    }
    const connection = createConnectionUnderTest({ provider, webhook: unseen });
    return sendJson(response, 201, { connection, health, webhook: address });
  });
  const surroundings = { env: { REFRAIN_CREDENTIAL: 'a token', ...env }, cwd: folder };
  const { out } = await runProgram(api, ['connect', ...args], surroundings);
  return { sent, out };
}

const github = ['github', '--account', 'acme'];

test('connect sends only the options that are given', async () => {
  const { sent } = await connect(github);
  expect(sent).toEqual([{ provider: 'github', account: 'acme', credential: 'a token' }]);
  expect((await connect(['pagerduty'])).sent).toEqual([{ provider: 'pagerduty', credential: 'a token', region: 'us' }]);
});

test('connect accepts repeated and empty scope options', async () => {
  const choices = {
    '--repository': ['acme/a*', 'acme/b'],
    '--environment': ['production'],
    '--workflow': [''],
    '--incident-label': ['sev1', 'outage'],
    '--postmortem-folder': ['acme/wiki:docs/post mortems', 'acme/all'],
  };
  const args = Object.entries(choices).flatMap(([option, values]) => values.flatMap((value) => [option, value]));
  expect((await connect([...github, ...args])).sent[0]).toMatchObject({
    scope: {
      repositories: ['acme/a*', 'acme/b'],
      environments: ['production'],
      workflows: [],
      incidentLabels: ['sev1', 'outage'],
      postmortemFolders: ['acme/wiki:docs/post mortems', 'acme/all'],
    },
  });
  const { sent } = await connect(['pagerduty', '--service', 'shop-*', '--service', 'cart']);
  expect(sent[0]).toMatchObject({ scope: { services: ['shop-*', 'cart'] } });
  await expect(connect([...github, '--postmortem-folder', 'docs'])).rejects.toThrow('owner/name:path/of/folder');
});

test('connect prints the account, the missing permissions and the rate limit', async () => {
  const { out } = await connect(github);
  expect(out).toBe(
    `Connected github acme (c1).
It can see 2 repositories.
Missing permission Deployments: read; not available without it: failed deployments
Missing permission Webhooks: read and write (optional); not available without it: events as they happen
Rate limit: 4900 of 5000 requests left until 2026-01-01T01:00:00.000Z.
Its webhook is active: events arrive immediately.
Next: npx refrain backfill c1
`,
  );
});

test('connect prints the URL and the secret of the webhook only if the webhook could not be set up', async () => {
  const refused = createWebhookUnderTest('refused', 'The token may not set up webhooks: give it more.');
  const byHand = await connect(github, {}, refused);
  expect(byHand.out).toContain('The token may not set up webhooks: give it more.\n');
  expect(byHand.out).toContain('Payload URL: https://refrain.example/webhooks/x/c1/key\n');
  expect(byHand.out).toContain('Secret: made\n');
  const pagerduty = await connect(['pagerduty'], {}, refused);
  expect(pagerduty.out).toContain('Webhook URL: https://refrain.example/webhooks/x/c1/key\n');
  expect(pagerduty.out).toMatch(/shows the secret only once: connect again and pass it with --webhook-secret-file or/u);
  expect(pagerduty.out).not.toContain('made');
  const local = createWebhookUnderTest('none', 'Set REFRAIN_PUBLIC_URL.');
  const none = await connect(github, {}, local);
  expect(none.out).toContain(
    'There is no webhook. Until a webhook is active, Refrain polls every few minutes.\nSet REFRAIN_PUBLIC',
  );
  for (const run of [none, await connect(github)]) expect(run.out).not.toContain('refrain.example');
});

test('connect sends the webhook secret of PagerDuty from a file or the environment, and does not print it', async () => {
  const runs = [
    await connect(['pagerduty', '--webhook-secret-file', secretFile]),
    await connect(['pagerduty'], { REFRAIN_WEBHOOK_SECRET: 'from PagerDuty' }),
  ];
  for (const { sent, out } of runs) {
    expect(sent[0]).toMatchObject({ webhookSecret: 'from PagerDuty' });
    expect(out).not.toContain('from PagerDuty');
  }
});

test('connect sends the id and secret of a PagerDuty app as one credential', async () => {
  const app = ['pagerduty', '--app-id', 'id', '--account', 'acme', '--region', 'eu'];
  const { sent, out } = await connect([...app, '--identity-url', 'http://127.0.0.1:9'], {
    REFRAIN_CREDENTIAL: 'canary-secret\n',
  });
  expect(sent[0]).toMatchObject({ provider: 'pagerduty', account: 'acme', region: 'eu' });
  expect(JSON.parse(String(sent[0]?.credential))).toEqual({
    kind: 'pagerduty_app',
    clientId: 'id',
    clientSecret: 'canary-secret',
    subdomain: 'acme',
    region: 'eu',
    identityUrl: 'http://127.0.0.1:9',
  });
  expect(out).not.toContain('canary');
  await expect(connect(['pagerduty', '--app-id', 'id'])).rejects.toThrow('Connecting with an app needs --account');
});

test('connect --check prints what would be imported, and connects nothing', async () => {
  const { sent, out } = await connect([...github, '--repository', 'acme/a*', '--check']);
  expect(sent).toEqual([
    { provider: 'github', account: 'acme', credential: 'a token', scope: { repositories: ['acme/a*'] } },
  ]);
  expect(out).toBe(
    `github acme responded; nothing was stored.
It can see 2 repositories.
Missing permission Deployments: read; not available without it: failed deployments
Missing permission Webhooks: read and write (optional); not available without it: events as they happen
Rate limit: 4900 of 5000 requests left until 2026-01-01T01:00:00.000Z.
1 repositories would be imported:
  acme/api
Nothing visible matches:
  acme/typo
2 streams would be read:
  commits:acme/api
  pulls:acme/api
`,
  );
});

test.each([
  [['pagerduty', '--webhook-secret-file', join(folder, 'absent')], /^Cannot read .*absent/u],
  [['pagerduty', '--webhook-secret-file', '-', '--credential-file', '-'], /^Only one of the two secrets can come/u],
  [[...github, '--personal'], /^--personal only works with --app/u],
  [[...github, '--app', '--check'], /^--check needs a token/u],
  [
    [...github, '--app', '--credential-file', 'x'],
    /^With --app, GitHub creates the credential and the webhook secret/u,
  ],
])('connect refuses %j with the reason', async (args, message) => {
  await expect(connect(args)).rejects.toMatchObject({ code: 'invalid_input', message: expect.stringMatching(message) });
});

test.each([
  [['github'], /required option '--account <name>'/u],
  [[...github, '--service', 'x'], /unknown option '--service'/u],
  [['pagerduty', '--repository', 'x'], /unknown option '--repository'/u],
  [['pagerduty', '--region', 'mars'], /Allowed choices are us, eu/u],
])('connect reports the wrong usage %j', async (args, message) => {
  await expect(connect(args)).rejects.toThrow(message);
});

test('connect resolves relative paths from the folder of the caller', async () => {
  await writeFile(join(folder, 'credential'), 'from a file\n');
  const files = ['--credential-file', 'credential', '--webhook-secret-file', 'secret'];
  const expected = { credential: 'from a file', webhookSecret: 'from PagerDuty' };
  expect((await connect(['pagerduty', ...files])).sent[0]).toMatchObject(expected);
  await mkdir(join(folder, 'deeper'));
  const refused = connect(['pagerduty', ...files], { INIT_CWD: join(folder, 'deeper') });
  await expect(refused).rejects.toThrow(
    `Cannot read ${join(folder, 'deeper', 'credential')}. Check that the file exists.`,
  );
});

test('connect refuses an empty secret', async () => {
  const empty = join(folder, 'empty');
  await writeFile(empty, '\n');
  const refused = connect(['pagerduty', '--webhook-secret-file', empty]);
  await expect(refused).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(/webhook secret is empty/u),
  });
});
