import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillCommandPlaceholders, writeDocumentedFiles } from '@refrain/contract/documents';
import { findDataRoot, findFreePort, findToolsFolder, projectFolder } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { afterAll } from 'vitest';
import { startEmulatedAccounts, token } from '../emulated-accounts.ts';
import { type Ask, createApiRequester } from '../processes/index.ts';

interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Access {
  readonly url: string;
  readonly token: string;
}

export interface TutorialCommandOptions {
  readonly cwd?: string;
  /**
   * Acts while the command runs. Called repeatedly with the output so far, until it returns the promise of its actions. If the promise
   * rejects, the command is killed.
   */
  readonly meanwhile?: (output: string) => Promise<unknown> | null;
}

/** Files of the project that `npm start` and related commands read after the build. */
const tree = ['.env.example', '.gitignore', '.npmrc', 'package.json', 'infra/local/build-quietly.sh'];

/** Sets up a clone of the project like a user. Commands run as written; only names of accounts, URLs and folders are replaced. */
export async function startTutorialClone() {
  const root = await mkdtemp(join(tmpdir(), 'refrain-walk-'));
  const [origin, clone] = [join(root, 'origin'), join(root, 'refrain')];
  const { world } = generateOrganisation(17, { services: 4, repositories: 4, changes: 120, failures: 30 });
  const { github, pagerduty } = await startEmulatedAccounts(world);
  const accounts = {
    github: { account: world.github.organisation, url: github.url },
    pagerduty: { account: world.pagerduty.subdomain, url: pagerduty.url },
  };
  const repository = `${world.github.organisation}/${world.github.repositories[0]?.name}`;
  const { PATH = '', HOME = root } = process.env;
  const env = { PATH, HOME, PORT: String(await findFreePort()), npm_config_update_notifier: 'false' };
  let running: ChildProcess | null = null;
  afterAll(async () => {
    await stop();
    await rm(root, { recursive: true, force: true });
  });
  await publish();

  async function publish(): Promise<void> {
    await Promise.all(tree.map((file) => cp(join(projectFolder, file), join(origin, file))));
    const asTest = ['user.name=test', 'user.email=test@example.com', 'commit.gpgsign=false'].flatMap((one) => [
      '-c',
      one,
    ]);
    const git = (...args: string[]) => execFileSync('git', args, { cwd: origin, stdio: 'ignore' });
    git('init', '--quiet');
    git('add', '--all');
    git(...asTest, 'commit', '--quiet', '--message', 'All of it');
  }

  /** Copies the results of `npm ci` and of the first start's build, because creating them would take minutes. */
  async function install(): Promise<void> {
    const from = (path: string) => join(projectFolder, path);
    const to = (path: string) => join(clone, path);
    const manifest = JSON.parse(await readFile(to('package.json'), 'utf8')) as { scripts: Record<string, string> };
    manifest.scripts.build = 'true';
    await Promise.all([
      writeFile(to('package.json'), JSON.stringify(manifest)),
      symlink(from('node_modules'), to('node_modules')),
      symlink(from('apps'), to('apps')),
      // Copy the script instead of linking it. Otherwise it would take the original folder for the project's folder.
      cp(from('infra/local/dist'), to('infra/local/dist'), { recursive: true }),
      mkdir(to('.refrain')).then(() =>
        symlink(findToolsFolder(findDataRoot(process.env)), findToolsFolder(to('.refrain'))),
      ),
      writeDocumentedFiles(clone, token),
    ]);
  }

  const access = async () => JSON.parse(await readFile(join(clone, '.refrain/cli.json'), 'utf8')) as Access;
  const ask: Ask = async (method, path, body) => {
    const { url, token: localToken } = await access();
    return createApiRequester(url, localToken)(method, path, body);
  };

  function fill(command: string): Promise<string> {
    const named = command
      .replace('<address>', origin)
      .replace('<folder>', join(root, 'backup'))
      .replace('acme/checkout', repository);
    const list = async <T>(path: string) => (await ask<{ items: readonly T[] }>('GET', path)).items;
    return fillCommandPlaceholders(named, { ...accounts, subscriber: '', hasWorkers: true, list });
  }

  async function run(command: string, { cwd = clone, meanwhile }: TutorialCommandOptions = {}): Promise<Said> {
    const child = spawn('sh', ['-c', await fill(command)], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    let begun: Promise<unknown> | null = null;
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (part: string) => {
        output[stream] += part;
        if (begun !== null) return;
        begun = meanwhile?.(output[stream]) ?? null;
        begun?.catch(() => child.kill());
      });
    }
    await once(child, 'close');
    await begun;
    return { code: child.exitCode, ...output };
  }

  /** Starts a command that runs until Ctrl-C. Returns the output that it printed until it was ready. */
  async function start(command: string): Promise<string> {
    const child = spawn('sh', ['-c', `exec ${command}`], { cwd: clone, env, stdio: ['ignore', 'pipe', 'inherit'] });
    running = child;
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
    while (!output.includes('Ctrl-C stops it.')) {
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      if (child.exitCode !== null) throw new Error(`${command} exited with ${child.exitCode}: ${output}`);
    }
    return output;
  }

  async function stop(): Promise<void> {
    const child = running;
    running = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }

  return { root, clone, accounts, install, run, start, stop, ask, access };
}
