import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findSettings, type SettingsSources } from './settings.ts';

const cwd = await mkdtemp(join(tmpdir(), 'refrain-settings-'));
afterAll(() => rm(cwd, { recursive: true }));
const local = { url: 'http://127.0.0.1:4400', token: 'rfr_local', socket: '/data/socket/api.sock' };

async function folderWith(name: string, ...files: [file: string, text: string][]): Promise<string> {
  for (const [file, text] of files) {
    await mkdir(join(cwd, name, file, '..'), { recursive: true });
    await writeFile(join(cwd, name, file), text);
  }
  return join(cwd, name);
}
const running = await folderWith('running', ['.refrain/cli.json', JSON.stringify(local)]);
const find = (sources: Partial<SettingsSources>) => findSettings({ flags: {}, env: {}, cwd, ...sources });

test('flags come before the environment, and that before the instance on this machine', () => {
  const env = { REFRAIN_URL: 'http://env.example', REFRAIN_TOKEN: 'rfr_env' };
  const flags = { url: 'https://flag.example', token: 'rfr_flag' };
  expect(find({ flags, env, cwd: running })).toEqual(flags);
  expect(find({ env, cwd: running })).toEqual({ url: 'http://env.example', token: 'rfr_env' });
  expect(find({ cwd: running })).toEqual(local);
  expect(find({ flags: { token: 'rfr_flag' }, cwd: running })).toEqual({ ...local, token: 'rfr_flag' });
});

test('a line feed at the end of a token is no part of it', () => {
  expect(find({ flags: { url: local.url, token: 'rfr_a\n' } }).token).toBe('rfr_a');
});

test('the demo is found, after what was started for real', async () => {
  const demo = { url: 'http://127.0.0.1:4500', token: 'rfr_demo', socket: '/demo/socket/api.sock' };
  const ofDemo: [string, string] = ['.refrain/demo/cli.json', JSON.stringify(demo)];
  expect(find({ cwd: await folderWith('demo', ofDemo) })).toEqual(demo);
  const both = await folderWith('both', ofDemo, ['.refrain/cli.json', JSON.stringify(local)]);
  expect(find({ cwd: both })).toEqual(local);
  expect(find({ env: { REFRAIN_DATA_DIR: join(both, '.refrain/demo') } })).toEqual(demo);
});

test('an instance in a folder that other users can write to is refused, unless that folder is named', async () => {
  const folder = await folderWith('shared', ['.refrain/cli.json', JSON.stringify(local)]);
  const dataFolder = join(folder, '.refrain');
  await chmod(dataFolder, 0o777);
  expect(() => find({ cwd: folder })).toThrow(`${dataFolder} can be written by other users`);
  expect(() => find({ cwd: folder, env: { REFRAIN_TOKEN: 'rfr_env' } })).toThrow('can be written by other users');
  expect(find({ cwd: folder, env: { REFRAIN_DATA_DIR: dataFolder } })).toEqual(local);
  await chmod(dataFolder, 0o700);
  expect(find({ cwd: folder })).toEqual(local);
  await chmod(join(dataFolder, 'cli.json'), 0o666);
  expect(() => find({ cwd: folder })).toThrow('cli.json can be written by other users');
});

test.skipIf(process.getuid?.() !== 0)('an instance in a folder of another user is refused (needs root)', async () => {
  const folder = await folderWith('foreign', ['.refrain/cli.json', JSON.stringify(local)]);
  await chown(join(folder, '.refrain/cli.json'), 12_345, 12_345);
  expect(() => find({ cwd: folder })).toThrow('cli.json can be written by other users');
});

test('the token of this machine goes to no other address', () => {
  expect(find({ flags: { url: 'http://127.0.0.1:4400/' }, cwd: running }).token).toBe('rfr_local');
  for (const url of ['https://elsewhere.example', 'http://127.0.0.1:4401']) {
    expect(() => find({ flags: { url }, cwd: running })).toThrow(`There is no token for ${url}: set REFRAIN_TOKEN`);
  }
});

test('an address without a token names the ways to get one', () => {
  const url = 'https://elsewhere.example';
  for (const sources of [{ flags: { url }, cwd: running }, { flags: { url } }, { env: { REFRAIN_URL: url } }]) {
    expect(() => find(sources)).toThrow(`There is no token for ${url}: set REFRAIN_TOKEN, or give --token.`);
    expect(() => find(sources)).toThrow(/`npm start` or `npm run demo` leave theirs in \.refrain.*POST \/v1\/tokens/u);
  }
  expect(() => find({ flags: { url: 'ftp://x' } })).toThrow(/url: has to be an http or https address/u);
  expect(() => find({ flags: { url: 'http://user:hunter2@x.example' } })).toThrow(/no user or password/u);
  expect(() => find({ flags: { url: 'http://user:hunter2@x.example' } })).not.toThrow(/hunter2/u);
});

test('what is missing or wrong is said with what to do, and without the secret', async () => {
  expect(() => find({})).toThrow(/No Refrain is known: start one here.*REFRAIN_URL and REFRAIN_TOKEN.*--url/u);
  expect(() => find({ flags: { url: 'ftp://x', token: 't' } })).toThrow(/url: has to be an http or https address/u);
  expect(() => find({ flags: { url: 'nonsense', token: '' } })).toThrow(/url: has to be .*token: is empty/u);
  const secrets = { url: 'http://user:hunter2@x.example', token: 'can ary' };
  expect(() => find({ flags: secrets })).toThrow(/no user or password.*characters that no token has/u);
  expect(() => find({ flags: secrets })).not.toThrow(/hunter2|can ary/u);
  const broken = await folderWith('broken', ['.refrain/cli.json', '{']);
  expect(() => find({ cwd: broken })).toThrow(
    `${join(broken, '.refrain/cli.json')}: remove it and start Refrain again`,
  );
});

test('the files of an instance that was killed are ignored', async () => {
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const cli: [string, string] = ['.refrain/cli.json', JSON.stringify(local)];
  const killed = await folderWith('killed', cli, ['.refrain/run.lock', `${ended}\n`]);
  expect(() => find({ cwd: killed })).toThrow('No Refrain is known');
  const alive = await folderWith('alive', cli, ['.refrain/run.lock', `${process.pid}\n`]);
  expect(find({ cwd: alive })).toEqual(local);
});
