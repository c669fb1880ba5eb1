import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { copyImageFiles } from '@refrain/docker';
import { findFreePort } from '@refrain/local';
import { createScratchDatabase } from '@refrain/store/testing';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import { afterAll, expect, inject, test } from 'vitest';
import { pollUntil } from '../poll-until.ts';
import { endBuiltProcess, exchangeSignInLinkForCookie, signInAndCreateToken } from '../processes/index.ts';
import { root } from '../start-refrain.ts';
import { readImageUser } from './read-image-user.ts';

/** User of the roles: `nobody` if the test runs as root, otherwise the user of the test. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const servers = ['api', 'ingest-worker', 'analysis-worker', 'improvement-worker'] as const;

const folder = await mkdtemp(join(tmpdir(), 'refrain-image-'));
const image = join(folder, 'app');
const spooled = join(folder, 'tmp');
await copyImageFiles(root, image);
await mkdir(spooled);
await chmod(folder, 0o755);
// The test starts roles by the entrypoint's name on the search path, as the image does.
const entrypoint = join(folder, 'refrain-role');
await symlink(join(image, 'infra/docker/entrypoint.sh'), entrypoint);
await chmod(spooled, 0o777);

afterAll(() => rm(folder, { recursive: true }));

await writeFile(join(folder, 'key'), '07'.repeat(32));

async function createSettings(template?: string) {
  const scratch = await createScratchDatabase(inject('databaseUrl'), template);
  cleanUpAfterTest(scratch.drop);
  return {
    NODE_ENV: 'production',
    DATABASE_URL: scratch.databaseUrl,
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: `image-${randomUUID()}`,
    REFRAIN_ENCRYPTION_KEY_FILE: join(folder, 'key'),
    PORT: String(await findFreePort()),
  };
}

/** Runs a role as in the image: as an unprivileged user, with only the staged files. Ends the process after the current test. */
function runRole(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(entrypoint, args, {
    cwd: spooled,
    env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, TMPDIR: spooled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...nobody,
  });
  cleanUpAfterTest(() => endBuiltProcess(child, 'SIGKILL'));
  return child;
}

async function runToEnd(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = runRole(args, env);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'close'),
  ]);
  return { code: child.exitCode, stdout, stderr };
}

/** Returns the output of a process as soon as it matches `words`. Throws if the process exits before that. */
async function untilItSays(child: ChildProcess, words: RegExp): Promise<string> {
  let output = '';
  const found = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part: string) => {
        output += part;
        if (words.test(output)) resolve(output);
      });
    }
    child.once('exit', (code) => reject(new Error(`The process exited with ${code}: ${output}`)));
  });
  return found;
}

test('the image contains no test, source or document, neither of Refrain nor of a package', async () => {
  const all = await readdir(image, { recursive: true, withFileTypes: true });
  const files = all
    .filter((entry) => entry.isFile())
    .map((entry) => relative(image, join(entry.parentPath, entry.name)));
  expect(files).toContain('apps/api/bundle/main.js');
  const ours = files.filter((path) => !path.startsWith('node_modules/'));
  const ran =
    /^(?:LICENSE|NOTICE|models\/[\w-]+\/(?:LICENSE|tokenizer\.json|onnx\/\w+\.onnx)|infra\/docker\/entrypoint\.sh|apps\/[\w-]+\/(?:package\.json|bundle\/.+\.js)|apps\/web\/dist\/page\/.+)$/u;
  expect(ours.filter((path) => !ran.test(path))).toEqual([]);
  expect(files.filter((path) => /\.test\.|\.map$|\.tsx?$/u.test(path))).toEqual([]);
});

test('the image migrates the database and runs every role on a read-only file system, and each role exits with 0 on SIGTERM', {
  timeout: 180_000,
}, async () => {
  const settings = await createSettings();
  const url = `http://127.0.0.1:${settings.PORT}`;
  expect(await runToEnd(['migrate'], settings)).toMatchObject({ code: 0 });
  const api = runRole(['api'], settings);
  const [, signInUrl = ''] = /works once, within an hour: (\S+)/u.exec(await untilItSays(api, /"msg":"ready"/u)) ?? [];
  const workers = servers.slice(1).map((role) => runRole([role], settings));
  await Promise.all(workers.map((worker) => untilItSays(worker, /"msg":"ready"/u)));
  expect((await fetch(`${url}/readyz`)).status).toBe(200);

  // Check files that are not part of a bundle, and the web page.
  for (const path of ['/', '/docs/swagger-ui-bundle.js', '/docs/swagger-ui.css', '/v1/openapi.json']) {
    expect({ path, status: (await fetch(`${url}${path}`)).status }).toEqual({ path, status: 200 });
  }
  const { token, ask } = await signInAndCreateToken({ url, signInUrl });
  const { url: link } = await ask<{ url: string }>('POST', '/v1/sign-in-links', {});
  const cookie = await exchangeSignInLinkForCookie(link);
  expect((await fetch(`${url}/queues/static/images/logo.svg`, { headers: { cookie } })).status).toBe(200);

  // These commands need the spool folder and the threads for clustering, search and the map.
  const here = { REFRAIN_URL: url, REFRAIN_TOKEN: token };
  const lines = Array.from({ length: 60 }, (_, at) =>
    JSON.stringify({
      id: at,
      title: `The disk of the queue was full again on host ${at % 3}`,
      date: new Date(Date.UTC(2026, 0, 1 + 3 * at)).toISOString(),
    }),
  );
  await writeFile(join(folder, 'incidents.jsonl'), `${lines.join('\n')}\n`);
  expect(await runToEnd(['refrain', 'import', join(folder, 'incidents.jsonl')], here)).toMatchObject({ code: 0 });
  await pollUntil(
    () => ask<{ patterns: number; failures: number }>('GET', '/v1/status'),
    ({ patterns, failures }) => patterns > 0 && failures === 60,
  );
  const seen = await pollUntil(
    () => runToEnd(['refrain', 'seen', 'disk of the queue full', '--json'], here),
    ({ stdout }) => stdout.includes('"searched":60'),
  );
  expect(seen, seen.stderr).toMatchObject({ code: 0 });
  await ask('GET', '/v1/map');

  for (const child of [...workers, api]) {
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  }
  // After the first sign-in, Refrain prints a sign-in link to the log only if REFRAIN_PRINT_SIGN_IN is set.
  for (const [more, isPrinted] of [
    [{}, false],
    [{ REFRAIN_PRINT_SIGN_IN: 'true' }, true],
  ] as const) {
    const again = runRole(['api'], { ...settings, ...more });
    expect((await untilItSays(again, /"msg":"ready"/u)).includes('/sign-in/')).toBe(isPrinted);
    again.kill('SIGTERM');
    await once(again, 'exit');
  }
});

test('the image has a numeric user id, so that Kubernetes can check that it is not root', async () => {
  expect(await readImageUser()).toMatch(/^[1-9]\d*:[1-9]\d*$/u);
});

test('the image reports an unknown role and an unreadable secret in one line', async () => {
  const settings = await createSettings();
  expect(await runToEnd(['worker'])).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^One of: api, .+\n$/u),
  });
  const unreadable = await runToEnd(['migrate'], { ...settings, DATABASE_URL_FILE: join(folder, 'nothing') });
  expect(unreadable).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^DATABASE_URL_FILE cannot be read/u),
  });
});

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  "the image's health check queries the API or, with REFRAIN_METRICS_PORT, the worker, even below an init process",
  { timeout: 120_000 },
  async () => {
    const settings = await createSettings(inject('templateDatabase'));
    // Runs in a separate PID namespace, as in a container. The first process there is a shell, in place of an init process.
    const script = `
      "$0" healthy; echo "nothing $?"
      "$0" ingest-worker >/dev/null 2>&1 & worker=$!
      until grep -qs 'apps/ingest-[w]orker/' /proc/[0-9]*/cmdline; do sleep 0.2; done
      for attempt in $(seq 100); do "$0" healthy && break; sleep 0.3; done
      "$0" healthy; echo "worker $?"
      REFRAIN_METRICS_PORT=9 "$0" healthy; echo "worker elsewhere $?"
      REFRAIN_METRICS_PORT= "$0" healthy; echo "worker without figures $?"
      kill "$worker"; wait "$worker"
      "$0" api >/dev/null 2>&1 &
      until "$0" refrain --help >/dev/null && grep -qs 'apps/[a]pi/' /proc/[0-9]*/cmdline; do sleep 0.2; done
      for attempt in $(seq 100); do "$0" healthy && break; sleep 0.3; done
      "$0" healthy; echo "api $?"
      PORT=9 "$0" healthy; echo "api elsewhere $?"`;
    const metricsPort = String(await findFreePort());
    const child = spawn(
      'unshare',
      ['--pid', '--fork', '--mount-proc', '--kill-child', 'sh', '-c', script, entrypoint],
      {
        env: {
          PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
          TMPDIR: spooled,
          ...settings,
          REFRAIN_METRICS_PORT: metricsPort,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    cleanUpAfterTest(() => endBuiltProcess(child, 'SIGKILL'));
    expect(await text(child.stdout)).toBe(
      'nothing 0\nworker 0\nworker elsewhere 1\nworker without figures 0\napi 0\napi elsewhere 1\n',
    );
  },
);
