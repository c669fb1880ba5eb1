import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sendRedisCommand } from '@refrain/jobs/testing';
import { findFreePort } from '@refrain/local';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findOrInstallTool } from '../find-or-install-tool.ts';

import { root } from '../start-refrain.ts';
import { readImageUser } from './read-image-user.ts';

const compose = await readFile(join(root, 'infra/docker/compose.yaml'), 'utf8');
const { services } = parse(compose, { merge: true });
const redis = await findOrInstallTool('redis');
const folder = await mkdtemp(join(tmpdir(), 'refrain-compose-'));
afterAll(() => rm(folder, { recursive: true }));

interface OwnService {
  readonly command: readonly string[];
  readonly read_only: boolean;
  readonly user?: string;
  readonly privileged?: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
}
const ownServices = Object.entries<OwnService>(services).filter(([, { command }]) => command?.length === 1);

test('compose runs every role of the image', () => {
  expect(ownServices.map(([name]) => name).toSorted()).toEqual([
    'analysis-worker',
    'api',
    'improvement-worker',
    'ingest-worker',
    'migrate',
  ]);
  for (const [name, { command, read_only }] of ownServices)
    expect({ command, read_only }).toEqual({ command: [name], read_only: true });
});

test('compose runs each role as the user of the image and without privileges', async () => {
  const user = await readImageUser();
  for (const [name, service] of ownServices) {
    const { privileged = false, cap_drop, security_opt } = service;
    expect({ name, user: service.user ?? user, privileged, cap_drop, security_opt }).toEqual({
      name,
      user,
      privileged: false,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  }
});

test('compose passes the settings for sign-in and allowed networks to the processes that need them', async () => {
  const documented = (await readFile(join(root, 'docs/sign-in.md'), 'utf8')).matchAll(
    /`(REFRAIN_(?:OIDC|GITHUB)_[A-Z_]+)`/gu,
  );
  const names = [
    ...new Set([...documented].map(([, name = '']) => name)),
    'REFRAIN_TRUSTED_PROXIES',
    'REFRAIN_PRIVATE_NETWORKS',
  ];
  expect(names.length).toBeGreaterThan(12);
  for (const name of names) expect(services.api.environment[name]).toBe(`\${${name}:-}`);
  expect(services['ingest-worker'].environment).toHaveProperty('REFRAIN_PRIVATE_NETWORKS');
  expect(services['ingest-worker'].environment).not.toHaveProperty('REFRAIN_OIDC_CLIENT_SECRET');
});

test('docs/deploy.md names every variable that compose passes on, and no others', async () => {
  const page = await readFile(join(root, 'docs/deploy.md'), 'utf8');
  const handedOn = [...compose.matchAll(/\$\{([A-Z_]+)/gu)].map(([, name = '']) => name);
  const families = /^(REFRAIN_OIDC_|REFRAIN_GITHUB_SIGN_IN_).+$/u;
  const missing = handedOn.filter((name) => !page.includes(name.replace(families, '`$1…`')));
  expect(handedOn.length).toBeGreaterThan(25);
  expect(missing).toEqual([]);
  // The document shows how to set a variable that compose does not pass on. Its example must be such a variable.
  const [, other = ''] = /environment: \{ ([A-Z_]+): /u.exec(page) ?? [];
  expect(other).toMatch(/^REFRAIN_/u);
  expect(handedOn).not.toContain(other);
});

test('each image can be pinned by a variable, and docs/deploy.md prints the digest of each default image', async () => {
  const dockerfile = await readFile(join(root, 'infra/docker/Dockerfile'), 'utf8');
  const [, base = ''] = /^ARG BASE=(\S+)$/mu.exec(dockerfile) ?? [];
  const stages = [...dockerfile.matchAll(/^FROM (\S+)/gmu)].map(([, image]) => image);
  expect(new Set(stages)).toEqual(new Set(['${BASE}']));
  expect(services.api.build.args.BASE).toBe(`\${NODE_IMAGE:-${base}}`);
  const images = Object.values<{ image: string }>(services).map(({ image }) => image);
  expect(images.filter((image) => !/^\$\{[A-Z]+_IMAGE:-[\w./:-]+\}$/u.test(image))).toEqual([]);
  const defaults = [base, ...images.map((image) => image.slice(image.indexOf(':-') + 2, -1))];
  const fetched = [...new Set(defaults)].filter((image) => image !== 'refrain');
  const page = await readFile(join(root, 'docs/deploy.md'), 'utf8');
  const [, looked = ''] = /^ *for image in (.+); do$/mu.exec(page) ?? [];
  expect(looked.split(' ').map((name) => `docker.io/library/${name}`)).toEqual(fetched);
  expect(page).toContain('docker buildx imagetools inspect "docker.io/library/$image"');
});

test('compose allows PostgreSQL 200 connections, enough for several ingest workers', () => {
  expect(services.postgres.command).toEqual(['postgres', '-c', 'max_connections=200']);
});

test("the heap limit of a server role is three quarters of its container's memory", async () => {
  // A script that replaces Node.js in a container with a memory limit. The script prints its arguments.
  await writeFile(join(folder, 'limit.cjs'), 'process.constrainedMemory = () => Number(process.env.LIMIT);');
  const node = `#!/bin/sh\n[ "$1" = -p ] && exec '${process.execPath}' --require '${join(folder, 'limit.cjs')}' "$@"\necho "$@"\n`;
  await writeFile(join(folder, 'node'), node, { mode: 0o755 });
  const heapOf = async (role: string, env: Readonly<Record<string, string>>) => {
    const options = { env: { PATH: `${folder}:/usr/bin:/bin`, ...env } };
    const { stdout } = await promisify(execFile)('sh', [join(root, 'infra/docker/entrypoint.sh'), role], options);
    expect(stdout).toContain(`apps/${role}/bundle/main.js`);
    return /--max-old-space-size=(\d+) /u.exec(stdout)?.[1] ?? null;
  };
  const ofMachine = String(Math.floor((0.75 * totalmem()) / 2 ** 20));
  for (const role of ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker'])
    expect({ role, heap: await heapOf(role, { LIMIT: String(2 ** 30) }) }).toEqual({ role, heap: '768' });
  // If a container has no memory limit, `constrainedMemory` returns either 0 or a number above the machine's memory.
  for (const LIMIT of ['0', String(2 ** 64)]) expect(await heapOf('analysis-worker', { LIMIT })).toBe(ofMachine);
  const NODE_OPTIONS = '--max-old-space-size=500';
  expect(await heapOf('analysis-worker', { LIMIT: String(2 ** 30), NODE_OPTIONS })).toBeNull();
  expect(await heapOf('migrate', { LIMIT: String(2 ** 30) })).toBeNull();
});

test.skipIf(redis === null)(
  'the Redis of compose requires its password, which the process list does not show',
  async () => {
    const password = 'canary0password';
    const port = await findFreePort();
    const [shell, ...args]: string[] = services.redis.command;
    // Replaces `$$` by `$` as compose does, and inserts the program and the port of this test.
    const script = args.map((arg) =>
      arg.replaceAll('$$', '$').replace('redis-server -', `"${redis?.path}" - --port ${port}`),
    );
    const server = spawn(shell ?? '', script, {
      env: { PATH: '/usr/bin:/bin', REDIS_PASSWORD: password, ...redis?.env },
      stdio: 'ignore',
    });
    const ended = once(server, 'exit');
    try {
      const ask = (...command: [string, ...string[]]) =>
        sendRedisCommand(`redis://:${password}@127.0.0.1:${port}`, ...command);
      await expect.poll(() => ask('PING')).toBe('PONG');
      await expect(sendRedisCommand(`redis://127.0.0.1:${port}`, 'PING')).rejects.toThrow(/closed/u);
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
