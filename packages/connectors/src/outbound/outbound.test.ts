import type { lookup } from 'node:dns';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { AppError, defaultConnectionScope } from '@refrain/domain';
import { afterAll, describe, expect, test } from 'vitest';
import { createProviderAccess } from '../registry/create-provider-access.ts';
import { createAddressRule } from './address-rule.ts';
import { openOutboundConnections } from './open-outbound-connections.ts';
import { restrictConnections } from './restrict-connections.ts';
import { createSameOriginFetch } from './same-origin-fetch.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';

const signal = new AbortController().signal;
const opened: Server[] = [];
afterAll(() => {
  for (const server of opened) server.close();
});

/** Starts a server on this machine that records its requests. */
async function serve(answer: RequestListener, tls = false) {
  const asked: string[] = [];
  const server = (tls ? createTlsServer(selfSignedCertificate) : createServer()).on('request', (request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    answer(request, response);
  });
  opened.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { asked, port, url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}` };
}

const inside = await serve((_request, response) => response.end('{}'));
const codeOf = (thrown: unknown) => (thrown instanceof AppError ? thrown.code : String(thrown));

describe('createAddressRule', () => {
  const strict = createAddressRule([]);
  test.each([
    ...[
      '127.0.0.1',
      '0.0.0.0',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '168.63.129.16',
    ],
    ...['100.64.0.1', '198.18.0.1', '192.0.2.1', '224.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fd12:3456::1',
      'ff02::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '2001::1',
    ],
    ...['::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::1'],
    ...['::10.0.0.1', '::7f00:1', '::ffff:0:127.0.0.1', '::ffff:0:a00:1'],
  ])('the address %s is not public', (address) => {
    expect(strict(address)).toBe(false);
  });

  test.each([
    ...['140.82.112.6', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:50c0:8000::153', '::ffff:140.82.112.6'],
    ...['64:ff9b::8c52:7006'],
  ])('the address %s is public', (address) => {
    expect(strict(address)).toBe(true);
  });

  test('createAddressRule allows only the given private networks', () => {
    const rule = createAddressRule(['10.20.0.0/16', 'fd00::/8', '192.168.1.7', 'loopback']);
    const tried = ['10.20.3.4', '::ffff:10.20.3.4', 'fd12::1', '192.168.1.7', '127.0.0.1', '::1'];
    expect(tried.filter(rule)).toEqual(tried);
    expect(['10.21.0.1', '192.168.1.8', 'fc00::1', '169.254.169.254'].filter(rule)).toEqual([]);
  });
});

describe('outbound requests to providers and subscribers', () => {
  /** Returns the error code of each kind of outbound request to a URL. */
  function askEach(baseUrl: string, privateNetworks: readonly string[]) {
    const access = createProviderAccess({ outbound: openOutboundConnections(privateNetworks), retryAfterMs: 1 });
    const pagerduty = { provider: 'pagerduty', account: 'acme', baseUrl, scope: defaultConnectionScope } as const;
    const app = JSON.stringify({
      kind: 'pagerduty_app',
      clientId: 'c',
      clientSecret: 's',
      subdomain: 'acme',
      region: 'us',
      identityUrl: baseUrl,
    });
    return Promise.all(
      [
        access.createSource({ ...pagerduty, provider: 'github' }, 'a token').verify(signal),
        access.createSource(pagerduty, 'a token').verify(signal),
        access.createSource({ ...pagerduty, baseUrl: null }, app).verify(signal),
        access.sendMessage({ kind: 'slack', address: `${baseUrl}/x`, secret: null }, { id: '1', body: {} }, signal),
      ].map((asking) => asking.then(() => 'answered', codeOf)),
    );
  }

  test.each([
    ['an address', inside.url],
    ['a name', `http://localhost:${inside.port}`],
    ['IPv6', `http://[::ffff:127.0.0.1]:${inside.port}`],
  ])('sends no request to %s, which is not public', async (_what, baseUrl) => {
    expect(await askEach(baseUrl, [])).toEqual(Array(4).fill('invalid_input'));
    expect(inside.asked).toEqual([]);
  });

  test('rejects a server whose certificate cannot be verified', async () => {
    const { url, asked } = await serve((_request, response) => response.end('{}'), true);
    expect(await askEach(url, ['loopback'])).toEqual(Array(4).fill('provider_unreachable'));
    expect(asked).toEqual([]);
  });

  test('does not follow a redirect to another host, and sends no credential there', async () => {
    const elsewhere = await serve((_request, response) => response.end('{}'));
    const leading = await serve((_request, response) =>
      response.writeHead(302, { location: `${elsewhere.url}/taken` }).end(),
    );
    expect(new Set(await askEach(leading.url, ['loopback']))).toEqual(
      new Set(['provider_unexpected', 'provider_unreachable']),
    );
    expect(leading.asked.length).toBeGreaterThanOrEqual(4);
    expect(elsewhere.asked).toEqual([]);
  });
});

test('the error for a private address names the setting that allows it, but not the resolved address', async () => {
  const { createSource } = createProviderAccess({ outbound: openOutboundConnections([]), retryAfterMs: 1 });
  const address = {
    provider: 'github',
    account: 'acme',
    baseUrl: `http://localhost:${inside.port}`,
    scope: defaultConnectionScope,
  } as const;
  const said = await createSource(address, 'a token')
    .verify(signal)
    .catch((error: AppError) => error.message);
  expect(said).toContain('REFRAIN_PRIVATE_NETWORKS');
  expect(said).not.toContain('127.0.0.1');
});

test('rejects a name that resolves to a private address at the second lookup', async () => {
  const answers = [['140.82.112.6'], ['127.0.0.1'], ['127.0.0.1', '140.82.112.6']];
  const looked: string[] = [];
  const rebinding = ((host: string, _options: object, done: (error: null, found: object[]) => void) => {
    looked.push(host);
    done(
      null,
      (answers[looked.length - 1] ?? []).map((address) => ({ address, family: 4 })),
    );
  }) as unknown as typeof lookup;
  const guard = restrictConnections(createAddressRule([]), rebinding);
  const ask = createSameOriginFetch(guard.createDispatcher());
  const url = `http://rebinding.example:${inside.port}/`;
  // The first lookup returns a public address, to which this test does not connect; later lookups return this machine.
  await ask(url, { signal: AbortSignal.timeout(50) }).catch(() => {});
  await expect(ask(url)).rejects.toMatchObject({ cause: { code: 'ADDRESS_NOT_PUBLIC' } });
  await ask(url, { signal: AbortSignal.timeout(50) }).catch(() => {});
  expect(looked).toEqual(Array(3).fill('rebinding.example'));
  expect(inside.asked).toEqual([]);
});

test('follows a limited number of redirects within a host, with the methods that the fetch standard requires', async () => {
  const { url, asked } = await serve((request, response) => {
    const [, status = '', left = ''] = /^\/(\d+)\/(\d+)/u.exec(request.url ?? '') ?? [];
    if (left === '0') response.end('arrived');
    else response.writeHead(Number(status), { location: `/${status}/${Number(left) - 1}` }).end();
  });
  const { fetch: ask } = openOutboundConnections(['loopback']);
  const headers = { authorization: 'x' };
  expect(await (await ask(`${url}/301/2`, { headers })).text()).toBe('arrived');
  await ask(`${url}/307/1`, { method: 'POST', body: 'a', headers });
  await ask(`${url}/302/1`, { method: 'POST', body: 'a', headers });
  expect(asked).toEqual([
    ...[
      'GET /301/2 x',
      'GET /301/1 x',
      'GET /301/0 x',
      'POST /307/1 x',
      'POST /307/0 x',
      'POST /302/1 x',
      'GET /302/0 x',
    ],
  ]);
  await expect(ask(`${url}/302/9`)).rejects.toMatchObject({ code: 'REDIRECTED_ELSEWHERE' });
  expect((await ask(`${url}/302/9`, { redirect: 'manual' })).status).toBe(302);
});
