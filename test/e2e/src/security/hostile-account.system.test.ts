import { generateKeyPairSync } from 'node:crypto';
import type { SlackMessage } from '@refrain/analysis';
import type { FailureLibraryFile, Improvement } from '@refrain/domain';
import { startGitHubEmulator, startPagerDutyEmulator } from '@refrain/emulators';
import { afterAll, expect, test } from 'vitest';
import { pollUntil } from '../poll-until.ts';
import { runCommand } from '../run-command.ts';
import { openWatchedPage, signInByLink, startBrowser } from '../start-browser.ts';
import { forwardEveryRequest, startReverseProxy } from '../start-reverse-proxy.ts';
import { createHostileTextWorld, hostileIncidentTitle } from './corpus-world.ts';
import { listFailingResponses, listRefusableCredentials } from './failing-providers.ts';
import {
  findActiveHtmlContent,
  findActiveMarkdownContent,
  findActiveSlackContent,
  findTerminalSequences,
} from './find-active-content.ts';
import { allHostileTexts } from './hostile-texts-by-attack.ts';
import { createUniqueSecret, startObservedRefrain } from './observed-refrain.ts';
import { readOutputOfFailedStart } from './read-output-of-failed-start.ts';
import { runWhileQueueIsPaused } from './run-while-queue-is-paused.ts';
import { listSlackTexts } from './slack-texts.ts';
import { startWebhookSubscriber } from './start-webhook-subscriber.ts';
import { visitPages } from './visit-pages.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const planted: Record<string, string> = {
  githubToken: createUniqueSecret('github'),
  pagerdutyKey: createUniqueSecret('pagerduty'),
  clientSecret: createUniqueSecret('client'),
  webhookSecret: createUniqueSecret('webhook'),
  slackAddress: createUniqueSecret('slack'),
  // One line of the private key, because a leaked copy may have other line breaks.
  privateKey: privateKey.split('\n')[3] ?? '',
  unreadField: createUniqueSecret('unread'),
};
const world = createHostileTextWorld(planted.unreadField ?? '');
const github = await startGitHubEmulator({ world: world.github, token: planted.githubToken ?? '', limits: 'off' });
const pagerduty = await startPagerDutyEmulator({
  world: world.pagerduty,
  token: planted.pagerdutyKey ?? '',
  limits: 'off',
});
const [toGitHub, toPagerDuty] = [await startReverseProxy(github.url), await startReverseProxy(pagerduty.url)];
const { delivered, url: receiverUrl } = await startWebhookSubscriber();
afterAll(() => Promise.all([github.close(), pagerduty.close()]));

const refrain = await startObservedRefrain();
Object.assign(planted, refrain.secrets, { apiToken: refrain.token, signInLink: refrain.signInUrl.split('/').at(-1) });
const outputs: Record<string, string> = {};
/** Returns whether Refrain may link to a URL. URLs in hostile texts all lead to evil.example. */
const isOurs = (url: string) =>
  !url.includes('evil.example') &&
  (/^(?:https:\/\/|#|\/(?!\/)|data:image\/svg)/u.test(url) ||
    [refrain, github, toGitHub, pagerduty, toPagerDuty].some((own) => url.startsWith(`${own.url}/`)));
const env = { REFRAIN_URL: refrain.url, REFRAIN_TOKEN: refrain.token };

async function read(path: string, accept = 'application/json', body?: object): Promise<string> {
  const response = await fetch(`${refrain.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept, authorization: `Bearer ${refrain.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = `${[...response.headers].join('\n')}\n${await response.text()}`;
  outputs[`${accept} of ${path}`] = answer;
  return answer.slice(answer.indexOf('\n', answer.lastIndexOf('x-xss-protection')) + 1);
}

const service = world.pagerduty.services[0]?.name ?? '';
const repository = `${world.github.organisation}/${world.github.repositories[0]?.name}`;
/** The last but one hostile incident is 24 days old. Refrain has not written a digest of that week on its own. */
const digestIncident = world.pagerduty.incidents.filter(({ number }) => number >= 9_000).at(-2);
const requestDigest = () =>
  refrain.ask('POST', '/v1/digests', {
    scope: { kind: 'service', name: service },
    period: 'week',
    at: digestIncident?.createdAt,
  });

test('hostile text of an account is inert wherever it appears, and no secret leaks', async () => {
  const patternId = await connectAndImport();
  await expectInertDocuments(patternId);
  const improvement = await expectInertIssue(patternId);
  await expectInertNote();
  await expectInertMessages();
  await expectJobsWithoutText();
  await expectInertCommandOutput(patternId, improvement);
  await expectInertPages(patternId, improvement);
  await expectNoSecretFromFailingProvider();
  await expectNoSecretFromFailedStart();
  await expectNoSecretAnywhere();
  await expectNoForgedLogLine();
}, 900_000);

/** Creates subscriptions, connects both accounts and imports them. Returns the id of the pattern with the hostile text. */
async function connectAndImport(): Promise<string> {
  await refrain.ask('PUT', '/v1/policy', { minConfidence: 0.1 });
  const subscribe = async (kind: string, wanted: object) =>
    refrain.ask<{ secret: string | null }>('POST', '/v1/subscriptions', {
      kind,
      ...wanted,
      // The secret of a Slack URL is the path; the secret of a webhook URL is the query.
      address: `${receiverUrl}/${kind}${kind === 'slack' ? '/' : '?token='}${planted.slackAddress}`,
    });
  planted.subscriptionSecret = (await subscribe('webhook', {})).secret ?? '';
  await subscribe('slack', { events: ['digest_written', 'pattern_found', 'pattern_rising', 'pattern_returned'] });
  for (const account of [
    { provider: 'github', account: world.github.organisation, baseUrl: toGitHub.url, credential: planted.githubToken },
    {
      provider: 'pagerduty',
      account: world.pagerduty.subdomain,
      baseUrl: toPagerDuty.url,
      credential: planted.pagerdutyKey,
    },
  ]) {
    const { connection } = await refrain.ask<{ connection: { id: string } }>('POST', '/v1/connections', account);
    await refrain.ask('POST', `/v1/connections/${connection.id}/backfill`, {});
  }
  await refrain.waitUntilIdle();
  await subscribe('slack', { scope: { kind: 'service', name: service } });
  await requestDigest();
  await refrain.waitUntilIdle();
  const { items } = await refrain.ask<{ items: { patternId: string | null }[] }>(
    'GET',
    `/v1/failures?query=${hostileIncidentTitle.split(' ')[0]}&limit=50`,
  );
  return items.find((failure) => failure.patternId !== null)?.patternId ?? '';
}

/** Expects that hostile text appears in reports, in the library and in digests, but only as literal text. */
async function expectInertDocuments(patternId: string): Promise<void> {
  expect(patternId).not.toBe('');
  const path = `/v1/patterns/${patternId}/report`;
  const html = await read(path, 'text/html');
  expect(html).toContain('Turnstile');
  expect(findActiveHtmlContent(html, isOurs)).toEqual([]);
  const markdown = await read(path, 'text/markdown');
  expect(markdown).toContain('Turnstile');
  expect(findActiveMarkdownContent(markdown, isOurs)).toEqual([]);
  await read(path);
  const { items: files } = await refrain.ask<{ items: FailureLibraryFile[] }>('GET', '/v1/library/files');
  expect(files.length).toBeGreaterThan(1);
  for (const { path: name, content } of files) {
    expect(name).toMatch(/^[\w./-]+$/u);
    expect(findActiveMarkdownContent(content, (url) => isOurs(url) || /^[\w./-]+(?:#[\w-]+)?$/u.test(url))).toEqual([]);
  }
  await read('/v1/library/files');
  const { items: digests } = await refrain.ask<{ items: { id: string; title: string }[] }>('GET', '/v1/digests');
  expect(digests.map(({ title }) => title).join()).toContain(service);
  for (const { id } of digests.slice(0, 3)) {
    expect(findActiveHtmlContent(await read(`/v1/digests/${id}`, 'text/html'), isOurs)).toEqual([]);
    expect(findActiveMarkdownContent(await read(`/v1/digests/${id}`, 'text/markdown'), isOurs)).toEqual([]);
  }
}

async function expectInertIssue(patternId: string): Promise<Improvement> {
  const { items } = await refrain.ask<{ items: Improvement[] }>('GET', '/v1/improvements?limit=200');
  const found = items.find((one) => one.patternId === patternId);
  if (found === undefined) throw new Error('Refrain proposed no improvement for the hostile pattern');
  await refrain.ask('POST', `/v1/improvements/${found.id}/approve`, { repository });
  const improvement = await pollUntil(
    () => refrain.ask<Improvement>('GET', `/v1/improvements/${found.id}`),
    ({ state, problem }) => state === 'opened' && problem === null,
  );
  const written = github.requests().filter(({ method, path }) => method === 'POST' && /\/issues$/u.test(path));
  const { title = '', body = '' } = (written.at(-1)?.requestBody ?? {}) as { title?: string; body?: string };
  expect(body).toContain('Turnstile');
  // GitHub renders no markup in issue titles except code.
  expect(title).not.toMatch(/@\w|`/u);
  expect(findActiveMarkdownContent(body, isOurs)).toEqual([]);
  expect(body.match(/<!-- refrain:pattern-/gu)).toHaveLength(1);
  return improvement;
}

/** Opens an incident with hostile text, and expects that the note on it contains no active content. */
async function expectInertNote(): Promise<void> {
  const { services, users } = world.pagerduty;
  await refrain.ask('PUT', '/v1/policy', { notesFor: [service], notesFrom: users[0]?.email });
  const { title, description } = world.pagerduty.incidents.find(({ number }) => number === 9_000) ?? {};
  await pagerduty.act.openIncident({
    title: title ?? '',
    description: description ?? '',
    service: services[0]?.id ?? '',
  });
  const listNotes = () =>
    pagerduty.requests().filter(({ method, path }) => method === 'POST' && /\/notes$/u.test(path));
  const [asked] = await pollUntil(
    async () => listNotes(),
    ({ length }) => length > 0,
  );
  const { content } = (asked?.requestBody as { note: { content: string } } | undefined)?.note ?? { content: '' };
  expect(content).toContain('Turnstile');
  const addresses = content.match(/(?:https?:\/\/|www\.\w|@\w)\S*/gu) ?? [];
  expect(addresses.filter((address) => !isOurs(address))).toEqual([]);
  expect(findTerminalSequences(content.replaceAll('\u200b', ''))).toEqual([]);
  outputs.note = content;
}

/** Expects that Slack messages contain no active content, and that webhook bodies are JSON. */
async function expectInertMessages(): Promise<void> {
  // The digest message has a hostile title, and the pattern message a hostile service name.
  const wanted = [/^Turnstile &lt;img src=x.*: \d/u, /^New pattern.*Turnstile &lt;img src=x/su];
  const texts = await pollUntil(
    async () =>
      delivered
        .map((body) => JSON.parse(body) as SlackMessage)
        .flatMap((body) => (body.text === undefined ? [] : [listSlackTexts(body).markup])),
    (messages) => wanted.every((one) => messages.some((markup) => one.test(markup.join('\n')))),
  );
  expect(delivered.length).toBeGreaterThan(texts.length);
  outputs.delivered = delivered.join('\n');
  for (const one of texts.flat()) expect(findActiveSlackContent(one, isOurs)).toEqual([]);
}

/** Expects that jobs contain ids, but no ingested text. */
async function expectJobsWithoutText(): Promise<void> {
  outputs.jobs = await runWhileQueueIsPaused(refrain, 'ingest', async () => {
    await pagerduty.act.setPriority({ id: 'QCORPUS0', priority: null });
    return pollUntil(refrain.dumpRedis, (held) => held.includes('"inboxIds":['));
  });
}

async function expectInertCommandOutput(patternId: string, improvement: Improvement): Promise<void> {
  await refrain.ask('POST', '/v1/catalogue', { service, repository });
  await refrain.storeDeadLetter({ scope: { kind: 'service', name: service } }, `Turnstile ${allHostileTexts}`);
  const listing = [
    ...['failures --query Turnstile', 'audit', 'dead-letters list', 'digests list --scope all', 'library list'],
    'catalogue list --status confirmed',
  ].map((command) => command.split(' '));
  const others = ['patterns', `patterns ${patternId}`, `improvements show ${improvement.id}`, 'connections', 'writes'];
  const print = async (args: readonly string[]) => {
    const { stdout, stderr } = await runCommand(args, env);
    outputs[`refrain ${args.join(' ')}`] = stdout + stderr;
    expect([args, findTerminalSequences(stdout + stderr)]).toEqual([args, []]);
    return stdout;
  };
  for (const args of [['doctor'], ...others.map((command) => command.split(' '))]) await print(args);
  for (const args of [['seen', hostileIncidentTitle], ...listing])
    expect(await print(args), args.join(' ')).toContain('Turnstile');
}

async function expectInertPages(patternId: string, improvement: Improvement): Promise<void> {
  const { page, takeProblems } = await openWatchedPage(await startBrowser());
  const { url } = await refrain.ask<{ url: string }>('POST', '/v1/sign-in-links');
  planted.secondLink = url.split('/').at(-1) ?? '';
  await signInByLink(page, url);
  const failures = await refrain.ask<{ items: { id: string }[] }>('GET', '/v1/failures?query=Turnstile&limit=1');
  const own = [`/patterns/${patternId}`, `/failures/${failures.items[0]?.id}`, `/improvements/${improvement.id}`];
  Object.assign(outputs, await visitPages(page, refrain, { own, service, requestDigest }));
  expect(await page.evaluate('[window.hacked, {}.polluted]')).toEqual([undefined, undefined]);
  outputs.pageStorage = String(
    await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])'),
  );
  planted.sessionCookie =
    (await page.context().cookies()).find(({ name }) => name.startsWith('refrain_session'))?.value ?? '';
  expect(planted.sessionCookie).not.toBe('');
  expect(takeProblems()).toEqual([]);
}

/** Expects that Refrain never prints a secret, whatever a failing provider responds, even if the response repeats the request. */
async function expectNoSecretFromFailingProvider(): Promise<void> {
  for (const [at, answer] of listFailingResponses(planted).entries()) {
    const guard = async () => answer;
    [toGitHub.guard, toPagerDuty.guard] = [guard, guard];
    // Skip a 429 from PagerDuty, because the source obeys `Retry-After` and the test would have to wait that long.
    const accounts = listRefusableCredentials(planted, privateKey, {
      github: toGitHub.url,
      pagerduty: toPagerDuty.url,
    }).filter(({ provider }) => answer?.status !== 429 || provider !== 'pagerduty');
    await Promise.all(
      accounts.map(async (account, nth) => {
        outputs[`check ${at} ${nth}`] = await read('/v1/connections/check', 'application/json', account);
      }),
    );
  }
  const { items } = await refrain.ask<{ items: { id: string }[] }>('GET', '/v1/connections');
  for (const { id } of items) await read(`/v1/connections/${id}/completeness`, 'application/json', {});
  for (const { id } of items) await read(`/v1/connections/${id}/backfill`, 'application/json', { from: '2024-01-01' });
  await pollUntil(refrain.readLogs, (logs) => logs.includes('"level":40') || logs.includes('"level":50'));
  [toGitHub.guard, toPagerDuty.guard] = [forwardEveryRequest, forwardEveryRequest];
}

async function expectNoSecretFromFailedStart(): Promise<void> {
  const { settings } = refrain;
  const wrong = { database: createUniqueSecret('wrong'), key: createUniqueSecret('wrong') };
  Object.assign(planted, wrong);
  for (const change of [
    { DATABASE_URL: `postgres://refrain:${wrong.database}@127.0.0.1:9/refrain` },
    { REDIS_URL: `http://${wrong.key}` },
    { REFRAIN_ENCRYPTION_KEY: wrong.key },
    { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
  ]) {
    const output = await readOutputOfFailedStart({ ...settings, ...change });
    outputs[`start with ${Object.keys(change)[0]}`] = output;
    expect(output).toMatch(/^\w[\w-]*: \S/mu);
  }
}

/** Stops the instance first, so that its logs are complete. */
async function expectNoSecretAnywhere(): Promise<void> {
  for (const path of [
    ...['/v1/connections', '/v1/subscriptions', '/v1/tokens', '/v1/users', '/v1/writes', '/v1/policy', '/v1/status'],
    ...['/v1/failures?limit=200', '/v1/dead-letters', '/v1/audit', '/v1/openapi.json', '/queues/api/queues'],
  ]) {
    await read(path);
  }
  const hook = github.requests().find(({ method, path }) => method === 'POST' && /\/hooks$/u.test(path));
  const hookSecret = (hook?.requestBody as { config?: { secret?: string } } | undefined)?.config?.secret;
  if (hookSecret !== undefined) planted.hookSecret = hookSecret;
  expect(await refrain.findInDatabase(planted.unreadField ?? '')).toEqual(['inbox.payload']);
  const places = { ...outputs, redis: await refrain.dumpRedis(), database: await refrain.dumpDatabase() };
  await refrain.stop();
  const all = Object.entries({ ...places, logs: await refrain.readLogs() });
  expect(Object.fromEntries(all.map(([place, held]) => [place, held.length > 20]))).toEqual(
    Object.fromEntries(all.map(([place]) => [place, true])),
  );
  const found = all.flatMap(([place, held]) =>
    Object.entries(planted)
      .filter(([, secret]) =>
        [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64')].some((form) =>
          held.includes(form),
        ),
      )
      .map(([name]) => `${name} in ${place}`),
  );
  expect(Object.values(planted).filter((secret) => secret.length < 12)).toEqual([]);
  expect(found).toEqual([]);
}

async function expectNoForgedLogLine(): Promise<void> {
  const lines = (await refrain.readLogs()).split('\n').filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.filter((line) => !line.startsWith('{"level":'))).toEqual([]);
  expect(lines.filter((line) => line.includes('"msg":"forged"'))).toEqual([]);
}
