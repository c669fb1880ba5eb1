import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const at = '2026-01-01T00:00:00.000Z';
const rotation = {
  keyId: 'bbbbbbbb',
  state: 'running',
  total: 20,
  done: 5,
  unreadable: 0,
  requestedBy: 'ann',
  begunAt: at,
  endedAt: null,
};
const keys = [
  { id: 'bbbbbbbb', isPresent: true, isGiven: true, isNeeded: true, values: 20 },
  { id: 'aaaaaaaa', isPresent: false, isGiven: true, isNeeded: false, values: 0 },
  { id: 'cccccccc', isPresent: false, isGiven: false, isNeeded: true, values: 3 },
];
const erasure = {
  id: 'f1',
  kind: 'person',
  state: 'pending',
  step: 'payloads 7',
  rows: {},
  kept: [],
  requestedBy: 'ann',
  requestedAt: at,
  endedAt: null,
};
const kept = ['Backups hold it.'];

async function run(args: readonly string[], unreadable = 0, total = rotation.total) {
  const asked: string[] = [];
  const api = await startSimulatedApi(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const path = request.url?.split('?', 1)[0] ?? '';
    asked.push(`${request.method} ${path} ${text}`.trim());
    const times = asked.filter((one) => one.startsWith(`GET ${path}`)).length;
    if (path === '/v1/encryption/rotate') return sendJson(response, 202, rotation);
    if (path === '/v1/encryption') {
      const done = { ...rotation, state: 'done', total, done: total, endedAt: at, unreadable };
      return sendJson(response, 200, { keys, rotation: times > 1 ? done : rotation });
    }
    if (path.endsWith('/preview')) {
      return sendJson(response, 200, { rows: { failure: 4, person_name: 1 }, names: ['Ann Archer'], kept });
    }
    if (request.method === 'DELETE') return response.writeHead(204).end();
    if (path === '/v1/erasures' && request.method === 'GET') {
      return sendJson(response, 200, { items: [{ ...erasure, rows: { a: 2, b: 3 } }], next: null, total: 1 });
    }
    if (request.method === 'POST') return sendJson(response, 202, erasure);
    const done = { ...erasure, state: 'done', step: null, rows: { person_name: 1 }, kept };
    return sendJson(response, 200, times > 1 ? done : erasure);
  });
  return { ...(await runProgram(api, args)), asked };
}

test('keys status lists keys by id, and says which can be removed', async () => {
  const { out } = await run(['keys', 'status']);
  for (const line of [/bbbbbbbb +20 +in use/u, /aaaaaaaa +0 +not needed; remove it/u, /cccccccc +3 +missing/u])
    expect(out).toMatch(line);
  expect(out).toContain('5 of 20 values');
});

test('keys rotate waits until the rotation is done, and exits with 1 if values could not be decrypted', async () => {
  const { out, asked, exitCode } = await run(['keys', 'rotate']);
  expect(asked).toEqual(['POST /v1/encryption/rotate {}', 'GET /v1/encryption', 'GET /v1/encryption']);
  expect(out).toContain('Encrypted with bbbbbbbb: 20 values');
  expect(exitCode).toBe(0);
  const left = await run(['keys', 'rotate'], 2);
  expect(left.out).toContain('2 could not be');
  expect(left.exitCode).toBe(1);
  expect((await run(['keys', 'rotate', '--no-wait'])).asked).toHaveLength(1);
  expect((await run(['keys', 'rotate'], 0, 0)).notes).toContain('first give all processes a new one');
});

test('erase without --yes only shows what would be deleted', async () => {
  for (const more of [[], ['--dry-run'], ['--dry-run', '--yes']]) {
    const { out, asked } = await run(['erase', 'person', 'Ann Archer', 'ann', ...more]);
    expect(asked).toEqual(['POST /v1/erasures/preview {"kind":"person","names":["Ann Archer","ann"]}']);
    for (const word of ['person name', 'Ann Archer', 'Backups hold it.', 'Nothing was deleted', '--yes'])
      expect(out).toContain(word);
  }
});

test('erase with --yes waits until the erasure is done', async () => {
  const { out, asked } = await run(['erase', 'repository', 'acme/checkout', '--yes']);
  expect(asked[0]).toBe('POST /v1/erasures {"kind":"repository","name":"acme/checkout"}');
  expect(asked.slice(1)).toEqual(['GET /v1/erasures/f1', 'GET /v1/erasures/f1']);
  expect(out).toMatch(/Erasure f1 is done[\s\S]*person name +1[\s\S]*erase lift f1/u);
  const begun = await run(['erase', 'repository', 'acme/checkout', '--yes', '--no-wait']);
  expect(begun.asked).toHaveLength(1);
  expect(begun.out).toMatch(/Erasure f1 has started/u);
});

test('erase list prints all erasures, and erase lift takes an id', async () => {
  expect((await run(['erase', 'list'])).out).toMatch(/f1 +person +pending +ann .* 5\n[\s\S]*1 of 1 erasures/u);
  expect((await run(['erase', 'lift', 'f1'])).asked).toEqual(['DELETE /v1/erasures/f1']);
});
