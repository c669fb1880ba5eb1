import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const decision = {
  id: '7',
  at: '2026-01-01T00:00:00.000Z',
  operation: 'changeUser',
  what: 'Change the role',
  state: 'begun',
  by: { via: 'token', userId: 'u1', name: 'The policy', viaId: 't1', tokenName: 'robot' },
  subject: { id: 'u2' },
  detail: { role: 'viewer → admin', name: null },
  mentions: [{ kind: 'user', id: 'u2', name: 'Ann' }],
  undone: null,
};

async function run(items: readonly object[], ...args: readonly string[]) {
  let path = '';
  const api = await startSimulatedApi((request, response) => {
    path = request.url ?? '';
    sendJson(response, 200, { items, next: null, total: items.length });
  });
  return { ...(await runProgram(api, ['audit', ...args])), path };
}

test('each line of the audit shows who did what to which subject, and whether the outcome is unknown', async () => {
  const { out } = await run([decision]);
  for (const word of ['The policy (a person) (token “robot”)', 'changeUser', 'id: “Ann”', 'viewer → admin', 'unknown'])
    expect(out).toContain(word);
  const policy = { ...decision, by: { via: 'policy', userId: null, name: 'the policy', viaId: null, tokenName: null } };
  expect((await run([policy])).out).toContain('the policy');
});

test('audit sends the filters by user, operation and time to the API', async () => {
  const { path, out } = await run([], '--user', 'u1', '--what', 'connect', '--since', '2026-01-31', '--via', 'policy');
  const query = new URLSearchParams(path.split('?')[1]);
  expect(Object.fromEntries(query)).toEqual({
    limit: '50',
    userId: 'u1',
    operation: 'connect',
    via: 'policy',
    since: '2026-01-31T00:00:00.000Z',
  });
  expect(out).toBe('There are no such decisions.\n');
});
