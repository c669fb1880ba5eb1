import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sendJson, startApi } from '../api-under-test.ts';
import { createProgram } from '../create-program.ts';

const folder = await mkdtemp(join(tmpdir(), 'refrain-connect-'));
afterAll(() => rm(folder, { recursive: true }));
const secretFile = join(folder, 'secret');
await writeFile(secretFile, 'from PagerDuty\n');

const connection = {
  id: 'c1',
  account: 'acme',
  baseUrl: 'https://api.example',
  scope: {},
  status: 'active',
  statusReason: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};

interface Run {
  /** What the API was sent. */
  readonly sent: Record<string, unknown>[];
  readonly out: string;
}

/** `refrain connect` against an API that knows the account's webhook secret as given, if any. */
async function connect(args: string[], env: Record<string, string> = {}, secret: string | null = null): Promise<Run> {
  const sent: Record<string, unknown>[] = [];
  const api = await startApi(async (request, response) => {
    const chunks: string[] = [];
    for await (const chunk of request.setEncoding('utf8')) chunks.push(chunk);
    const wanted = JSON.parse(chunks.join(''));
    sent.push(wanted);
    const webhook = { url: 'https://refrain.example/webhooks/x/c1', secret: wanted.webhookSecret ?? secret };
    sendJson(response, 201, { connection: { ...connection, provider: wanted.provider }, health: null, webhook });
  });
  let out = '';
  const program = createProgram({
    env: { REFRAIN_URL: api.url, REFRAIN_TOKEN: 'rfr_test', REFRAIN_CREDENTIAL: 'a token', ...env },
    cwd: folder,
    terminal: {
      out: (text) => {
        out += text;
      },
      note: () => {},
      interactive: false,
    },
    readStandardInput: async () => 'piped',
    setExitCode: () => {},
  });
  await program.parseAsync(['connect', ...args], { from: 'user' });
  return { sent, out };
}

test('what is not given is not sent, so that it stays', async () => {
  const { sent } = await connect(['github', '--account', 'acme'], {}, 'made');
  expect(sent).toEqual([{ provider: 'github', account: 'acme', credential: 'a token' }]);
  const scoped = await connect(['github', '--account', 'acme', '--repository', 'acme/*'], {}, 'made');
  expect(scoped.sent[0]).toMatchObject({ scope: { repositories: ['acme/*'], services: [] } });
});

test('GitHub has to be told the address and the secret', async () => {
  const { out } = await connect(['github', '--account', 'acme'], {}, 'made');
  expect(out).toContain('Send its webhooks to https://refrain.example/webhooks/x/c1\nwith the secret made\n');
});

test('PagerDuty has to be asked for its secret, by a file or the environment', async () => {
  const first = await connect(['pagerduty']);
  expect(first.sent[0]).not.toHaveProperty('webhookSecret');
  expect(first.out).toContain(
    'Create a webhook subscription in PagerDuty that sends to https://refrain.example/webhooks/x/c1\n',
  );
  expect(first.out).toMatch(/shows its secret, once: run this again with .*--webhook-secret-file or REFRAIN_WEBHOOK/u);

  const runs = [
    await connect(['pagerduty', '--webhook-secret-file', secretFile]),
    await connect(['pagerduty'], { REFRAIN_WEBHOOK_SECRET: 'from PagerDuty' }),
  ];
  for (const { sent, out } of runs) {
    expect(sent[0]).toMatchObject({ webhookSecret: 'from PagerDuty' });
    expect(out).toContain('Its webhooks come to https://refrain.example/webhooks/x/c1, signed with the secret that is');
    expect(out).not.toContain('from PagerDuty');
  }
});

test.each([
  [['--webhook-secret-file', join(folder, 'absent')], /^Cannot read .*absent: does the file exist\?$/u],
  [['--webhook-secret-file', '-', '--credential-file', '-'], /^Only one of the two secrets can come from standard/u],
])('%j is refused', async (args, message) => {
  await expect(connect(['pagerduty', ...args])).rejects.toMatchObject({ code: 'invalid_input', message });
});

test('relative files are those of the folder where the caller stands', async () => {
  await writeFile(join(folder, 'credential'), 'from a file\n');
  const files = ['--credential-file', 'credential', '--webhook-secret-file', 'secret'];
  const expected = { credential: 'from a file', webhookSecret: 'from PagerDuty' };
  expect((await connect(['pagerduty', ...files])).sent[0]).toMatchObject(expected);
  await mkdir(join(folder, 'deeper'));
  const refused = connect(['pagerduty', ...files], { INIT_CWD: join(folder, 'deeper') });
  await expect(refused).rejects.toThrow(`Cannot read ${join(folder, 'deeper', 'credential')}: does the file exist?`);
});

test('an empty secret is no secret', async () => {
  const empty = join(folder, 'empty');
  await writeFile(empty, '\n');
  const refused = connect(['pagerduty', '--webhook-secret-file', empty]);
  await expect(refused).rejects.toMatchObject({ code: 'invalid_input', message: /webhook secret is empty/u });
});
