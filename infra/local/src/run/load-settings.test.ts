import { chmod, chown, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isRoot } from '../servers/user-under-test.ts';
import { loadSettings } from './load-settings.ts';

async function openSettings() {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-settings-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  onTestFinished(() => void delete process.env.REFRAIN_TEST_SETTING);
  const file = join(folder, '.env');
  const warnings: string[] = [];
  return { file, warnings, load: () => loadSettings(file, process.env, (line) => void warnings.push(line)) };
}

test('loadSettings reads a private file, but prefers the values in the environment', async () => {
  const { file, warnings, load } = await openSettings();
  load();
  await writeFile(file, 'REFRAIN_TEST_SETTING="from the file" # why\n', { mode: 0o600 });
  load();
  expect(process.env.REFRAIN_TEST_SETTING).toBe('from the file');
  process.env.REFRAIN_TEST_SETTING = 'from the environment';
  load();
  expect(process.env.REFRAIN_TEST_SETTING).toBe('from the environment');
  expect(warnings).toEqual([]);
});

test('loadSettings removes a byte order mark from the first setting’s name', async () => {
  const { file, load } = await openSettings();
  await writeFile(file, '\uFEFFREFRAIN_TEST_SETTING=marked\n', { mode: 0o600 });
  load();
  expect(process.env.REFRAIN_TEST_SETTING).toBe('marked');
});

test('loadSettings warns about a settings file that other users can read, and says what to do', async () => {
  const { file, warnings, load } = await openSettings();
  await writeFile(file, '', { mode: 0o600 });
  await chmod(file, 0o640);
  load();
  expect(warnings).toEqual([
    `Other users of this machine can read ${file}, with the keys in it. Make it private: chmod 600 ${file}`,
  ]);
});

test('loadSettings refuses a settings file that every user can change, and uses none of its settings', async () => {
  const { file, load } = await openSettings();
  await writeFile(file, 'REFRAIN_TEST_SETTING=planted\n');
  await chmod(file, 0o666);
  expect(load).toThrow(
    `Other users of this machine can change ${file}. Check what is in it, then run: chmod 600 ${file}`,
  );
  expect(process.env.REFRAIN_TEST_SETTING).toBeUndefined();
});

test.skipIf(isRoot)('loadSettings removes a group’s permission to change a user’s settings file', async () => {
  const { file, load } = await openSettings();
  await writeFile(file, '');
  await chmod(file, 0o660);
  load();
  expect((await stat(file)).mode & 0o777).toBe(0o640);
});

test.runIf(isRoot)('root refuses a settings file of another user, and one that a group can change', async () => {
  const { file, load } = await openSettings();
  await writeFile(file, 'REFRAIN_TEST_SETTING=planted\n');
  await chmod(file, 0o660);
  expect(load).toThrow(`Other users of this machine can change ${file}.`);
  await chmod(file, 0o600);
  await chown(file, 65_534, 65_534);
  expect(load).toThrow(
    `The file ${file} belongs to another user, who can change your settings in it. Check the file, then make it yours: sudo chown "$(id -un)" ${file}`,
  );
  expect(process.env.REFRAIN_TEST_SETTING).toBeUndefined();
});

test('loadSettings refuses a folder in place of the settings file, and says what to do', async () => {
  const { file, load } = await openSettings();
  await mkdir(file);
  expect(load).toThrow(`Cannot read ${file} (EISDIR). It is a folder: remove it, or put a file in its place.`);
});

test('loadSettings refuses a settings file that is a link to itself, and says what to do', async () => {
  const { file, load } = await openSettings();
  await symlink(file, file);
  expect(load).toThrow(
    `Cannot read ${file} (ELOOP). It is a link that leads to no file: remove it, or put a file in its place.`,
  );
});

test('loadSettings refuses a settings file that this user cannot read, and says what to do', async () => {
  const { file, load } = await openSettings();
  await writeFile(file, '', { mode: 0o000 });
  await chmod(dirname(file), 0o755);
  // Root can read every file, so the test drops its permissions.
  if (isRoot) process.seteuid?.(65_534);
  try {
    expect(load).toThrow(`Cannot read ${file} (EACCES). Make it readable for this user: chmod 600 ${file}`);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});
