import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { askRedis } from '@refrain/jobs/testing';
import { findFreePort } from '@refrain/processes';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { requireTool } from '../require-tool.ts';
import { root } from '../start-refrain.ts';

const { services } = parse(await readFile(join(root, 'infra/docker/compose.yaml'), 'utf8'), { merge: true });
const redis = await requireTool('redis');

test('compose runs the same roles', async () => {
  const own = Object.entries<{ command: string[]; read_only: boolean }>(services).filter(
    ([, { command }]) => command?.length === 1,
  );
  expect(own.map(([name]) => name).toSorted()).toEqual([
    'analysis-worker',
    'api',
    'improvement-worker',
    'ingest-worker',
    'migrate',
  ]);
  for (const [name, { command, read_only }] of own)
    expect({ command, read_only }).toEqual({ command: [name], read_only: true });
});

test('compose hands on who signs in, and to whom it may connect', async () => {
  const told = (await readFile(join(root, 'docs/sign-in.md'), 'utf8')).matchAll(
    /`(REFRAIN_(?:OIDC|GITHUB)_[A-Z_]+)`/gu,
  );
  const names = [
    ...new Set([...told].map(([, name = '']) => name)),
    'REFRAIN_TRUSTED_PROXIES',
    'REFRAIN_PRIVATE_NETWORKS',
  ];
  expect(names.length).toBeGreaterThan(12);
  for (const name of names) expect(services.api.environment[name]).toBe(`\${${name}:-}`);
  expect(services['ingest-worker'].environment).toHaveProperty('REFRAIN_PRIVATE_NETWORKS');
  expect(services['ingest-worker'].environment).not.toHaveProperty('REFRAIN_OIDC_CLIENT_SECRET');
});

test.skipIf(redis === null)(
  'compose starts a Redis that wants its password, and tells it nobody who lists processes',
  async () => {
    const password = 'canary0password';
    const port = await findFreePort();
    const [shell, ...args]: string[] = services.redis.command;
    // What compose does with it, and two things that a container has of its own: its programs and its port.
    const script = args.map((arg) =>
      arg.replaceAll('$$', '$').replace('redis-server -', `"${redis?.path}" - --port ${port}`),
    );
    const server = spawn(shell ?? '', script, {
      env: { PATH: '/usr/bin:/bin', REDIS_PASSWORD: password, ...redis?.env },
      stdio: 'ignore',
    });
    const ended = once(server, 'exit');
    try {
      const ask = (...command: [string, ...string[]]) => askRedis(`redis://:${password}@127.0.0.1:${port}`, ...command);
      await vi.waitFor(async () => expect(await ask('PING')).toBe('PONG'));
      await expect(askRedis(`redis://127.0.0.1:${port}`, 'PING')).rejects.toThrow(/closed/u);
      expect(await ask('CONFIG', 'GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
      expect(await ask('CONFIG', 'GET', 'save')).toEqual(['save', '']);
      const { stdout } = await promisify(execFile)('ps', ['-o', 'args=', '-p', String(server.pid)]);
      expect(stdout).toContain(String(port));
      expect(stdout).not.toContain(password);
    } finally {
      server.kill();
      await ended;
    }
  },
);
