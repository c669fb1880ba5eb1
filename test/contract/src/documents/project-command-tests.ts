import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from '@refrain/local';
import { expect } from 'vitest';

export interface ProjectCommandTest {
  readonly command: RegExp;
  follow(command: string, apiUrl: string): Promise<void>;
}

export const projectCommandTests: readonly ProjectCommandTest[] = [
  { command: /^git pull$/u, follow: pull },
  { command: /^npm run docs:show$/u, follow: showDocuments },
  { command: /^npx biome format --write <file>$/u, follow: formatFile },
  { command: /npx vite$/u, follow: showPage },
  { command: /^npx vitest run(?: |$)/u, follow: async (command) => expectTests(command) },
  { command: /^npm run (?:e2e|test:\w+)(?: |$)/u, follow: async (command) => expectSuite(command) },
];

const asTest = '-c user.name=test -c user.email=test@example.com -c commit.gpgsign=false';

async function pull(command: string): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'refrain-pull-'));
  try {
    const at = (name: string) => join(root, name);
    const run = (cwd: string, line: string) => execFileSync('sh', ['-c', line], { cwd, stdio: 'ignore' });
    const commit = async (name: string) => {
      await writeFile(join(at('origin'), name), name);
      run(at('origin'), `git add --all && git ${asTest} commit --message one`);
    };
    run(root, 'git init origin');
    await commit('first');
    run(root, 'git clone origin clone');
    await commit('second');
    run(at('clone'), command);
    expect(existsSync(join(at('clone'), 'second'))).toBe(true);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Runs the formatter on a file in a copy of the project's configuration, because the command changes the file. */
async function formatFile(command: string): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'refrain-format-'));
  try {
    for (const name of ['biome.json', '.gitignore']) await copyFile(join(projectFolder, name), join(root, name));
    await writeFile(join(root, 'one.ts'), 'export const  one=1');
    const line = command
      .replace('npx biome', join(projectFolder, 'node_modules/.bin/biome'))
      .replace('<file>', 'one.ts');
    execFileSync('sh', ['-c', line], { cwd: root, stdio: 'ignore' });
    expect(readFileSync(join(root, 'one.ts'), 'utf8')).toBe('export const one = 1;\n');
  } finally {
    await rm(root, { recursive: true });
  }
}

async function showDocuments(command: string): Promise<void> {
  await whileServed(command, async (url) => {
    const response = await fetch(new URL('docs/', url));
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<div id="app">')]);
  });
}

/** Tests that the development server serves the web page and forwards API requests. */
async function showPage(command: string, apiUrl: string): Promise<void> {
  await whileServed(command.replace(/(?<=REFRAIN_URL=)\S+/u, apiUrl), async (url) => {
    expect(await (await fetch(url)).text()).toContain('/src/main.tsx');
    expect((await fetch(new URL('v1/session', url))).status).toBe(401);
  });
}

/** Runs a command that starts a server, calls `ask` with the URL that the server printed, and ends the server. */
async function whileServed(command: string, ask: (url: string) => Promise<void>): Promise<void> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('sh', ['-c', command], {
    cwd: projectFolder,
    env: { PATH, HOME, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // The server is a child of npm and of a shell, so the whole process group is ended.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const ended = once(child, 'close');
  try {
    let url: string | undefined;
    for (let attempt = 0; url === undefined; attempt += 1) {
      if (attempt > 1_000 || child.exitCode !== null) throw new Error(`${command} printed no URL: ${output}`);
      await wait(50);
      url = /http:\/\/localhost:\d+\//u.exec(output)?.[0];
    }
    await ask(url);
  } finally {
    if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGTERM');
    await ended;
  }
}

/** Expects that the project has tests with the name or path in the command. */
function expectTests(command: string): void {
  const [, name] = / -t '([^']+)'/u.exec(command) ?? [];
  const [, project] = / --project (\w+)/u.exec(command) ?? [];
  const [, path] = / ((?:apps|packages|infra|test)\/\S+)/u.exec(command) ?? [];
  const list = (folder: string) =>
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?:^|\/)[^/]*\.test\.tsx?$/u.test(file) && !file.includes('node_modules/'))
      .map((file) => join(folder, file));
  const roots = path === undefined ? ['apps', 'packages', 'infra', 'test'] : [path];
  const files = roots.flatMap((root) => (root.endsWith('.test.ts') ? [root] : list(root)));
  const texts = files.map((file) => readFileSync(join(projectFolder, file), 'utf8'));
  expect(texts.filter((text) => text.includes(name === undefined ? '' : `('${name}`)).length).toBeGreaterThan(0);
  const config = readFileSync(join(projectFolder, 'vitest.config.ts'), 'utf8');
  expect(config).toContain(project === undefined ? '' : `name: '${project}'`);
}

/** Expects that the script exists in `package.json`, that its Vitest projects exist, and that the tests named in the command exist. */
function expectSuite(command: string): void {
  const [, script = '', path] = /^npm run (\S+)(?: -- (\S+))?$/u.exec(command) ?? [];
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const config = readFileSync(join(projectFolder, 'vitest.config.ts'), 'utf8');
  const projects = [...String(scripts[script]).matchAll(/ --project (\S+)/gu)].map(([, project]) => project);
  expect(projects).not.toEqual([]);
  for (const project of projects) expect(config).toContain(`name: '${project}'`);
  if (path !== undefined) expect(existsSync(join(projectFolder, path)), path).toBe(true);
}
