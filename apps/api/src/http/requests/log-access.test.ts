import { expect, test } from 'vitest';
import { logAccess } from './log-access.ts';
import type { RequestRecord } from './observe-requests.ts';

const asked: RequestRecord = {
  method: 'GET',
  route: '/v1/patterns',
  status: 200,
  tookSeconds: 0.01,
  caller: null,
  signIn: null,
  hasCredential: false,
  traceId: 'f00d',
};

/** What is said of these requests, one each millisecond unless told otherwise. */
function saidOf(requests: readonly Partial<RequestRecord>[], times: readonly number[] = []) {
  const said: object[] = [];
  const say = (level: string) => (line: object, what?: string) => void said.push({ level, what, ...line });
  let at = 0;
  const tell = logAccess({ info: say('info'), warn: say('warn') } as never, () => times[at - 1] ?? at);
  for (const request of requests) {
    at += 1;
    tell({ ...asked, ...request });
  }
  return said;
}

test('who signs in is said, and what is refused, by ids alone', () => {
  expect(
    saidOf([
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

test('what is answered, not there or asked by a page before anybody signed in is not said', () => {
  expect(saidOf([{}, { status: 404 }, { status: 401, route: '/v1/session' }, { status: 429 }])).toEqual([]);
});

test('of many refusals in a minute the first are said, and then how many more there were', () => {
  const times = [...Array(100).keys(), 60_000];
  const said = saidOf(
    times.map(() => ({ status: 403 })),
    times,
  );
  expect(said).toHaveLength(62);
  expect(said.slice(-2)).toMatchObject([
    { what: 'More was refused in the minute before', refusals: 40 },
    { status: 403 },
  ]);
});
