import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadPlatformConfig } from './platform-config-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'refrain-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [a, b] = ['ab'.repeat(32), 'cd'.repeat(32)];

function fileOf(name: string, text: string, mode = 0o400): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

function load(settings: Record<string, string>) {
  const { encryptionKey, otherEncryptionKeys, warnings } = loadPlatformConfig({
    DATABASE_URL: 'postgres://refrain@db.example/refrain',
    REDIS_URL: 'redis://queue.example',
    ...settings,
  });
  return { keys: [encryptionKey, ...otherEncryptionKeys].map((key) => key.toString('hex')), warnings };
}

test('encryption keys are read from the settings, or line by line from a file', () => {
  expect(load({ REFRAIN_ENCRYPTION_KEY: a, REFRAIN_ENCRYPTION_KEY_FILE: '' }).keys).toEqual([a]);
  expect(load({ REFRAIN_ENCRYPTION_KEY: a, REFRAIN_ENCRYPTION_OTHER_KEYS: ` ${b}, ` }).keys).toEqual([a, b]);
  const path = fileOf('two', `# since May\n${b}\n\n  ${a}\n`);
  expect(load({ REFRAIN_ENCRYPTION_KEY_FILE: path })).toEqual({ keys: [b, a], warnings: [] });
});

test('a key file that everyone may read is accepted with a warning', () => {
  const { keys, warnings } = load({ REFRAIN_ENCRYPTION_KEY_FILE: fileOf('open', a, 0o444) });
  expect(keys).toEqual([a]);
  expect(warnings).toEqual([expect.stringContaining('chmod 0400')]);
});

test.each<[string, Record<string, string>, RegExp]>([
  ['none', {}, /REFRAIN_ENCRYPTION_KEY is missing.*REFRAIN_ENCRYPTION_KEY_FILE/u],
  ['two ways', { REFRAIN_ENCRYPTION_KEY: a, REFRAIN_ENCRYPTION_KEY_FILE: '/x' }, /both set: remove one/u],
  ['no file', { REFRAIN_ENCRYPTION_KEY_FILE: '/nowhere/canary' }, /cannot be read \(ENOENT\)/u],
  ['a device', { REFRAIN_ENCRYPTION_KEY_FILE: '/dev/zero' }, /cannot be read \(not a key file\)/u],
  ['a folder', { REFRAIN_ENCRYPTION_KEY_FILE: folder }, /cannot be read \(EISDIR\)/u],
  ['an empty file', { REFRAIN_ENCRYPTION_KEY_FILE: fileOf('empty', '\n# canary\n') }, /contains no key\./u],
  ['a second line', { REFRAIN_ENCRYPTION_KEY_FILE: fileOf('bad', `${a}\ncanary`) }, /no key on line 2/u],
  ['another key', { REFRAIN_ENCRYPTION_KEY: a, REFRAIN_ENCRYPTION_OTHER_KEYS: `${b},canary` }, /OTHER_KEYS.*commas/u],
  [
    'other keys beside a file',
    { REFRAIN_ENCRYPTION_KEY_FILE: fileOf('one', a), REFRAIN_ENCRYPTION_OTHER_KEYS: b },
    /on the lines below the first/u,
  ],
])('invalid key settings are rejected, and the error does not contain their values: %s', (_what, settings, problem) => {
  expect(() => load(settings)).toThrow(expect.objectContaining({ code: 'misconfigured' }));
  expect(() => load(settings)).toThrow(problem);
  expect(() => load(settings)).not.toThrow(/canary/u);
});

test('a missing encryption key is reported together with the problems of other settings', () => {
  const both = /(?=.*DATABASE_URL)(?=.*REFRAIN_ENCRYPTION_KEY is missing)/u;
  expect(() => load({ DATABASE_URL: 'mysql://canary' })).toThrow(both);
});
