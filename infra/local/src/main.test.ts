import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { projectFolder } from './data-folder-paths.ts';

async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-main-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function copyProject(): Promise<string> {
  const project = await openFolder();
  const local = join(project, 'infra/local');
  await mkdir(local, { recursive: true });
  await cp(join(projectFolder, 'infra/local/dist'), join(local, 'dist'), { recursive: true });
  await cp(join(projectFolder, 'infra/local/package.json'), join(local, 'package.json'));
  await symlink(join(projectFolder, 'node_modules'), join(project, 'node_modules'));
  return project;
}

function run(args: readonly string[], settings: Readonly<Record<string, string>>, project = projectFolder) {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'infra/local/dist/main.js'), ...args], {
    env: { PATH, HOME, ...settings },
    encoding: 'utf8',
    timeout: 15_000,
    killSignal: 'SIGKILL',
  });
  return { status, output: stdout + stderr };
}

test.runIf(process.platform === 'linux').each([
  [['start'], '/proc/refrain'],
  [['demo'], '/proc/refrain/demo'],
  [['demo', '--reset'], '/proc/refrain/demo'],
])('%j refuses a data folder that cannot be created, and exits', (args, folder) => {
  expect(run(args, { REFRAIN_DATA_DIR: '/proc/refrain' })).toEqual({
    status: 1,
    output: `The data folder ${folder} cannot be created (ENOENT). Set REFRAIN_DATA_DIR to a folder that this user can write to.\n`,
  });
});

test.runIf(process.platform === 'linux')('start refuses a data folder in which nothing can be created', () => {
  const { status, output } = run(['start'], { REFRAIN_DATA_DIR: '/proc' });
  expect(status).toBe(1);
  expect(output).toMatch(
    /^The data folder \/proc cannot be written \((?:EACCES|ENOENT)\)\. Set REFRAIN_DATA_DIR to a folder that this user can write to\.\n$/u,
  );
});

test('start refuses a data folder that is a file', async () => {
  const file = join(await openFolder(), 'file');
  await writeFile(file, '');
  expect(run(['start'], { REFRAIN_DATA_DIR: file })).toEqual({
    status: 1,
    output: `The data folder ${file} is not a folder. Set REFRAIN_DATA_DIR to a folder that this user can write to.\n`,
  });
});

test('start refuses a data folder in which a restore was interrupted before it moved the database', async () => {
  const folder = await openFolder();
  await mkdir(join(folder, 'restoring'));
  expect(run(['start'], { REFRAIN_DATA_DIR: folder })).toEqual({
    status: 1,
    output: `A restore into ${folder} was interrupted, and there is no database. Run the restore again. The former data is in ${folder}/before-….\n`,
  });
});

const signs = [
  'encryption-key',
  'cli-token',
  'cli.json',
  'ports.json',
  'restarts.jsonl',
  'redis',
  'postgres/postgres.log',
];

test.each(signs)('start creates no empty database in place of a lost database of which %s is left', async (sign) => {
  const folder = await openFolder();
  await mkdir(join(folder, 'postgres'));
  await writeFile(join(folder, sign), '');
  const key = '17'.repeat(32);
  expect(run(['start'], { REFRAIN_DATA_DIR: folder, REFRAIN_ENCRYPTION_KEY: key })).toEqual({
    status: 1,
    output: `There is no database in ${join(folder, 'postgres')}, but ${basename(sign)} in ${folder} shows that there was one. If it is on a disk of its own, mount that disk. Otherwise restore a backup, or set REFRAIN_DATA_DIR to the folder that holds it. To begin with an empty database, move ${folder} away.\n`,
  });
  expect(await readdir(join(folder, 'postgres'))).toEqual(sign.startsWith('postgres/') ? ['postgres.log'] : []);
});

test('start creates no database in place of a link to a missing folder', async () => {
  const folder = await openFolder();
  await mkdir(join(folder, 'postgres'));
  await symlink(join(folder, 'unmounted'), join(folder, 'postgres/cluster'));
  const { status, output } = run(['start'], { REFRAIN_DATA_DIR: folder });
  expect(status).toBe(1);
  expect(output).toContain(`There is no database in ${join(folder, 'postgres')}`);
});

test('backup refuses a data folder without a database, and creates nothing', async () => {
  const folder = join(await openFolder(), 'data');
  expect(run(['backup', join(folder, '../copy')], { REFRAIN_DATA_DIR: folder })).toEqual({
    status: 1,
    output: `There is no database in ${join(folder, 'postgres')}. If it is on a disk of its own, mount that disk. Otherwise restore a backup, or set REFRAIN_DATA_DIR to the folder that holds it.\n`,
  });
  expect(await readdir(join(folder, '..'))).toEqual([]);
});

test('demo --reset deletes no folder that the demo did not create', async () => {
  const folder = await openFolder();
  await mkdir(join(folder, 'demo/project'), { recursive: true });
  const { status, output } = run(['demo', '--reset'], { REFRAIN_DATA_DIR: folder });
  expect(status).toBe(1);
  expect(output).toContain(`${join(folder, 'demo')} is not a data folder of the demo, so nothing was deleted.`);
  expect(existsSync(join(folder, 'demo/project'))).toBe(true);
});

test.each(['start', 'demo'])('%s refuses to run if the verification of certificates is disabled', async (command) => {
  const folder = await openFolder();
  expect(run([command], { REFRAIN_DATA_DIR: folder, NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toEqual({
    status: 1,
    output:
      'NODE_TLS_REJECT_UNAUTHORIZED=0 lets anybody pose as a provider. Remove it, and set NODE_EXTRA_CA_CERTS to the file of your certificate authority.\n',
  });
  expect(await readdir(folder)).toEqual([]);
});

test.runIf(process.platform === 'linux')('SIGUSR1 opens no debugger in the supervisor process', async () => {
  const script = `
    process.argv.splice(1, 1, 'main', 'help');
    process.once('exit', () => process.stdout.write(String(process.listenerCount('SIGUSR1'))));
    await import(${JSON.stringify(join(projectFolder, 'infra/local/dist/main.js'))});
  `;
  const { PATH, HOME } = process.env;
  const options = { env: { PATH, HOME, REFRAIN_DATA_DIR: await openFolder() }, encoding: 'utf8' } as const;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], options);
  expect(stdout).toMatch(/1$/u);
});

test('restore --help warns about backups from somebody else', () => {
  const { status, output } = run(['restore', '--help'], {});
  expect(status).toBe(0);
  expect(output).toContain(
    'Restore only a backup that you made: whoever made a backup decides what the database does.',
  );
});

test('start refuses an .env file that cannot be read, and prints no stack trace', async () => {
  const project = await copyProject();
  const file = join(project, '.env');
  await mkdir(file);
  expect(run(['start'], {}, project)).toEqual({
    status: 1,
    output: `Cannot read ${file} (EISDIR). It is a folder: remove it, or put a file in its place.\n`,
  });
});
