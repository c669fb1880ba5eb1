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

test('flags take precedence over the environment, and the environment over the instance on this machine', () => {
  const env = { REFRAIN_URL: 'http://env.example', REFRAIN_TOKEN: 'rfr_env' };
  const flags = { url: 'https://flag.example', token: 'rfr_flag' };
  expect(find({ flags, env, cwd: running })).toEqual(flags);
  expect(find({ env, cwd: running })).toEqual({ url: 'http://env.example', token: 'rfr_env' });
  expect(find({ cwd: running })).toEqual(local);
  expect(find({ flags: { token: 'rfr_flag' }, cwd: running })).toEqual({ ...local, token: 'rfr_flag' });
});

test('a trailing line feed is removed from a token', () => {
  expect(find({ flags: { url: local.url, token: 'rfr_a\n' } }).token).toBe('rfr_a');
});

test('findSettings finds the demo if no other instance runs', async () => {
  const demo = { url: 'http://127.0.0.1:4500', token: 'rfr_demo', socket: '/demo/socket/api.sock' };
  const ofDemo: [string, string] = ['.refrain/demo/cli.json', JSON.stringify(demo)];
  expect(find({ cwd: await folderWith('demo', ofDemo) })).toEqual(demo);
  const both = await folderWith('both', ofDemo, ['.refrain/cli.json', JSON.stringify(local)]);
  expect(find({ cwd: both })).toEqual(local);
  expect(find({ env: { REFRAIN_DATA_DIR: join(both, '.refrain/demo') } })).toEqual(demo);
});

test('findSettings refuses a data folder that other users can write to, unless REFRAIN_DATA_DIR names the folder', async () => {
  const folder = await folderWith('shared', ['.refrain/cli.json', JSON.stringify(local)]);
  const dataFolder = join(folder, '.refrain');
  await chmod(dataFolder, 0o777);
  expect(() => find({ cwd: folder })).toThrow(`Other users can write to ${dataFolder}`);
  expect(() => find({ cwd: folder, env: { REFRAIN_TOKEN: 'rfr_env' } })).toThrow('Other users can write to');
  expect(find({ cwd: folder, env: { REFRAIN_DATA_DIR: dataFolder } })).toEqual(local);
  await chmod(dataFolder, 0o700);
  expect(find({ cwd: folder })).toEqual(local);
  await chmod(join(dataFolder, 'cli.json'), 0o666);
  expect(() => find({ cwd: folder })).toThrow(/Other users can write to .*cli\.json/u);
});

test.skipIf(process.getuid?.() !== 0)('refuses an instance in a folder of another user (needs root)', async () => {
  const folder = await folderWith('foreign', ['.refrain/cli.json', JSON.stringify(local)]);
  await chown(join(folder, '.refrain/cli.json'), 12_345, 12_345);
  expect(() => find({ cwd: folder })).toThrow(/Other users can write to .*cli\.json/u);
});

test('never sends the token of the local instance to another URL', () => {
  expect(find({ flags: { url: 'http://127.0.0.1:4400/' }, cwd: running }).token).toBe('rfr_local');
  for (const url of ['https://elsewhere.example', 'http://127.0.0.1:4401']) {
    expect(() => find({ flags: { url }, cwd: running })).toThrow(`There is no token for ${url}. Set REFRAIN_TOKEN`);
  }
});

test('findSettings refuses a URL without a token, and says how to get one', () => {
  const url = 'https://elsewhere.example';
  for (const sources of [{ flags: { url }, cwd: running }, { flags: { url } }, { env: { REFRAIN_URL: url } }]) {
    expect(() => find(sources)).toThrow(`There is no token for ${url}. Set REFRAIN_TOKEN, or pass --token.`);
    expect(() => find(sources)).toThrow(
      /`npm start` and `npm run demo` write a token to \.refrain.*POST \/v1\/tokens/u,
    );
  }
  expect(() => find({ flags: { url: 'ftp://x' } })).toThrow(/url: must be an http or https address/u);
  expect(() => find({ flags: { url: 'http://user:hunter2@x.example' } })).toThrow(
    /must not contain a user or password/u,
  );
  expect(() => find({ flags: { url: 'http://user:hunter2@x.example' } })).not.toThrow(/hunter2/u);
});

test('the error for missing or invalid settings says what to do, and contains no secrets', async () => {
  expect(() => find({})).toThrow(
    /No running Refrain was found\. Start one here.*REFRAIN_URL and REFRAIN_TOKEN.*--url/u,
  );
  expect(() => find({ flags: { url: 'ftp://x', token: 't' } })).toThrow(/url: must be an http or https address/u);
  expect(() => find({ flags: { url: 'nonsense', token: '' } })).toThrow(/url: must be .*token: is empty/u);
  const secrets = { url: 'http://user:hunter2@x.example', token: 'can ary' };
  expect(() => find({ flags: secrets })).toThrow(/must not contain a user or password.*characters that no token has/u);
  expect(() => find({ flags: secrets })).not.toThrow(/hunter2|can ary/u);
  const broken = await folderWith('broken', ['.refrain/cli.json', '{']);
  expect(() => find({ cwd: broken })).toThrow(`${join(broken, '.refrain/cli.json')}. Remove it and restart Refrain`);
});

test('findSettings ignores the files of an instance that was killed', async () => {
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const cli: [string, string] = ['.refrain/cli.json', JSON.stringify(local)];
  const killed = await folderWith('killed', cli, ['.refrain/run.lock', `${ended}\n`]);
  expect(() => find({ cwd: killed })).toThrow('No running Refrain was found');
  const alive = await folderWith('alive', cli, ['.refrain/run.lock', `${process.pid}\n`]);
  expect(find({ cwd: alive })).toEqual(local);
});
