import { expect, test } from 'vitest';
import { logAccess } from './log-access.ts';
import type { RequestSummary } from './observe-requests.ts';

const defaults: RequestSummary = {
  method: 'GET',
  route: '/v1/patterns',
  status: 200,
  tookSeconds: 0.01,
  caller: null,
  signIn: null,
  hasCredential: false,
  traceId: 'f00d',
};

function logOf(requests: readonly Partial<RequestSummary>[], times: readonly number[] = []) {
  const lines: object[] = [];
  const write = (level: string) => (line: object, what?: string) => void lines.push({ level, what, ...line });
  let at = 0;
  const log = logAccess({ info: write('info'), warn: write('warn') } as never, () => times[at - 1] ?? at);
  for (const request of requests) {
    at += 1;
    log({ ...defaults, ...request });
  }
  return lines;
}

test('logs sign-ins and refused requests with ids only', () => {
  expect(
    logOf([
      { route: '/sign-in/:secret', status: 303, signIn: 'done' },
      { route: '/sign-in/:secret', status: 303, signIn: 'refused' },
      { status: 403, caller: 'token/7' },
      { status: 401, hasCredential: true },
      { route: '/webhooks/{*any}', status: 401 },
    ]),
  ).toMatchObject([
    { level: 'info', what: 'Signed in', route: '/sign-in/:secret', traceId: 'f00d' },
    { level: 'warn', what: 'Refused', route: '/sign-in/:secret' },
    { level: 'warn', what: 'Refused', status: 403, caller: 'token/7' },
    { level: 'warn', what: 'Refused', status: 401 },
    { level: 'warn', what: 'Refused', route: '/webhooks/{*any}' },
  ]);
});

test('logs neither successful requests nor unknown paths nor requests of the web page before the sign-in', () => {
  expect(logOf([{}, { status: 404 }, { status: 401, route: '/v1/session' }, { status: 429 }])).toEqual([]);
});

test('logs the first 60 refused requests of a minute, and then the number of further ones', () => {
  const times = [...Array(100).keys(), 60_000];
  const lines = logOf(
    times.map(() => ({ status: 403 })),
    times,
  );
  expect(lines).toHaveLength(62);
  expect(lines.slice(-2)).toMatchObject([
    { what: 'Further requests were refused in the previous minute', refusals: 40 },
    { status: 403 },
  ]);
});
