import { randomBytes } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@refrain/domain';
import { z } from 'zod';
import { createFolder } from '../create-folder.ts';
import { projectFolder } from '../data-folder-paths.ts';
import { startNodeProcess } from '../run/node-process.ts';
import type { StoredPorts } from '../run/ports.ts';
import type { RunEnvironment } from '../run/run-environment.ts';
import type { RunningPlatform } from '../run/start-platform.ts';
import { findFreePort } from '../servers/free-port.ts';
import { superviseProcess } from '../servers/supervise-process.ts';
import { runCommand } from '../tools/run-command.ts';

const seed = 7;
const TextByProvider = z.object({ github: z.string(), pagerduty: z.string() });
type TextByProvider = z.infer<typeof TextByProvider>;
const WorldAccounts = z.object({
  github: z.object({ organisation: z.string() }),
  pagerduty: z.object({ subdomain: z.string() }),
});

export interface EmulatedAccount {
  readonly account: string;
  readonly url: string;
  readonly token: string;
}

export type EmulatedAccounts = Readonly<Record<'github' | 'pagerduty', EmulatedAccount>>;

export async function startEmulators(
  folder: string,
  { ports, report }: Pick<RunningPlatform, 'ports' | 'report'>,
  context: RunEnvironment,
): Promise<EmulatedAccounts> {
  const { shutdown, print } = context;
  await createFolder(join(folder, 'state'));
  const worldFile = join(folder, 'world.json');
  if ((await stat(worldFile).catch(() => null)) === null) {
    print('Generating the sample organisation …');
    await generateSample(worldFile, context);
  }
  const tokens = await ensureTokens(join(folder, 'tokens.json'));
  const githubPort = await reservePort('emulated-github', ports);
  const pagerdutyPort = await reservePort('emulated-pagerduty', ports);
  print('Starting the emulated GitHub and PagerDuty …');
  const settings = {
    '--world': worldFile,
    '--github-port': String(githubPort),
    '--pagerduty-port': String(pagerdutyPort),
    '--state-dir': join(folder, 'state'),
    '--github-token': tokens.github,
    '--pagerduty-token': tokens.pagerduty,
    // No rate limit, as by default at a GitHub Enterprise Server: the demo must not wait for one.
    '--github-limit': 'off',
    '--pagerduty-limit': 'off',
  };
  const plan = {
    name: 'emulators',
    entry: join(projectFolder, 'test/emulators/dist/main.js'),
    args: Object.entries(settings).flat(),
    cwd: folder,
    env: { PATH: context.env.PATH ?? '' },
    logFile: join(folder, 'emulators.log'),
  };
  const emulators = await superviseProcess({
    start: (signal) => startNodeProcess(plan, signal),
    onEvent: report(plan.name, plan.logFile),
  });
  shutdown.defer(emulators.stop);
  shutdown.signal.throwIfAborted();
  const addresses = TextByProvider.parse(emulators.first.ready);
  const world = WorldAccounts.parse(JSON.parse(await readFile(worldFile, 'utf8')));
  return {
    github: { account: world.github.organisation, url: addresses.github, token: tokens.github },
    pagerduty: { account: world.pagerduty.subdomain, url: addresses.pagerduty, token: tokens.pagerduty },
  };
}

async function generateSample(worldFile: string, { env, shutdown }: RunEnvironment): Promise<void> {
  const main = join(projectFolder, 'test/sample-org/dist/main.js');
  const unfinished = `${worldFile}.new`;
  // The two years of history end today, so that the newest failures are recent.
  const until = new Date().toISOString().slice(0, 10);
  await runCommand(process.execPath, [main, '--seed', String(seed), '--until', until, '--out', unfinished], {
    env,
    signal: shutdown.signal,
  });
  await rename(unfinished, worldFile);
}

async function ensureTokens(path: string): Promise<TextByProvider> {
  const stored = await readFile(path, 'utf8').catch(() => null);
  if (stored !== null) return TextByProvider.parse(JSON.parse(stored));
  const secret = () => randomBytes(20).toString('hex');
  const tokens = { github: `ghp_${secret()}`, pagerduty: secret() };
  await writeFile(path, JSON.stringify(tokens), { mode: 0o600 });
  return tokens;
}

/**
 * Returns the port of an emulator in the last run. The port must not change, because a connection identifies its account by a URL
 * with this port.
 */
async function reservePort(name: string, ports: StoredPorts): Promise<number> {
  const last = ports.preferred(name);
  const port = await findFreePort(last);
  if (last !== undefined && port !== last) {
    const what = name.replace('-', ' ');
    throw new AppError(
      'conflict',
      `Port ${last} of the ${what} is in use. Stop the program that uses it, or start the demo with --reset.`,
    );
  }
  await ports.keep(name, port);
  return port;
}
