import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeFolderFromFrames } from './folder-frames.ts';

type Frame = readonly [kind: string, body: string];

async function* encode(frames: readonly Frame[], pieceSize = 3): AsyncGenerator<Buffer> {
  const parts = frames.flatMap(([kind, body]) => {
    const head = Buffer.alloc(5);
    head.write(kind);
    head.writeUInt32BE(Buffer.byteLength(body), 1);
    return [head, Buffer.from(body)];
  });
  const bytes = Buffer.concat(parts);
  for (let start = 0; start < bytes.length; start += pieceSize) yield bytes.subarray(start, start + pieceSize);
}

async function createFolders() {
  const root = await mkdtemp(join(tmpdir(), 'refrain-receive-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [to, outside] = [join(root, 'to'), join(root, 'outside')];
  for (const folder of [to, outside]) await mkdir(folder);
  return { to, outside };
}

const end: Frame = ['e', ''];

test('writeFolderFromFrames accepts chunks of any size, and writes files and folders that only this user can read', async () => {
  const frames: Frame[] = [
    ['d', 'a'],
    ['f', 'a/b'],
    ['c', 'first '],
    ['c', 'second'],
    ['f', 'empty'],
    ['s', 'link'],
    end,
  ];
  for (const pieceSize of [1, 7, 1_000]) {
    const { to } = await createFolders();
    const special: string[] = [];
    const onSpecialFile = (path: string) => void special.push(path);
    expect(await writeFolderFromFrames(encode(frames, pieceSize), to, { onSpecialFile })).toBeNull();
    expect(await readFile(join(to, 'a/b'), 'utf8')).toBe('first second');
    expect(await readFile(join(to, 'empty'), 'utf8')).toBe('');
    expect((await stat(join(to, 'a'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(to, 'a/b'))).mode & 0o777).toBe(0o600);
    expect(special).toEqual(['link']);
  }
});

test.each([
  '../outside/file',
  'a/../../outside/file',
  '/outside/file',
  '..',
  '.',
  '',
  'a//b',
  'escape\u001b[2J',
  'nul\0',
])('writeFolderFromFrames refuses a frame with the path %j', async (path) => {
  for (const kind of ['f', 'd', 's']) {
    const { to, outside } = await createFolders();
    await expect(writeFolderFromFrames(encode([['d', 'a'], [kind, path], end]), to, {})).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await readdir(outside)).toEqual([]);
    expect(await readdir(to)).toEqual(['a']);
  }
});

test.each<{ title: string; frames: Frame[] }>([
  { title: 'content without a file', frames: [['c', 'text'], end] },
  { title: 'content after a folder', frames: [['f', 'file'], ['d', 'a'], ['c', 'text'], end] },
  { title: 'an unknown frame', frames: [['l', 'link'], end] },
  {
    title: 'no end',
    frames: [
      ['f', 'file'],
      ['c', 'text'],
    ],
  },
  { title: 'a path that is left out', frames: [['f', 'postgresql.conf'], end] },
  { title: 'an error that controls the terminal', frames: [['x', 'EACCES \u001b[2J']] },
])('refuses frames with $title', async ({ frames }) => {
  const { to } = await createFolders();
  await expect(writeFolderFromFrames(encode(frames), to, { excludes: /^postgresql\.conf$/u })).rejects.toMatchObject({
    code: 'unavailable',
  });
});

test('writeFolderFromFrames refuses a frame that is too long without waiting for its body', async () => {
  const { to } = await createFolders();
  const head = Buffer.from([0x63, 0x7f, 0xff, 0xff, 0xff]);
  async function* waitForever() {
    yield head;
    await new Promise(() => {});
  }
  await expect(writeFolderFromFrames(waitForever(), to, {})).rejects.toMatchObject({ code: 'unavailable' });
});

test('writeFolderFromFrames replaces no file and follows no link', async () => {
  const { to, outside } = await createFolders();
  await writeFile(join(to, 'file'), 'kept');
  await symlink(outside, join(to, 'link'));
  await symlink(join(outside, 'file'), join(to, 'link-to-file'));
  for (const frame of [
    ['f', 'file'],
    ['d', 'link'],
    ['f', 'link-to-file'],
  ] as const) {
    await expect(writeFolderFromFrames(encode([frame, end]), to, {})).rejects.toThrow('EEXIST');
  }
  expect(await readFile(join(to, 'file'), 'utf8')).toBe('kept');
  expect(await readdir(outside)).toEqual([]);
});

test('writeFolderFromFrames returns the error that the sender reports', async () => {
  const { to } = await createFolders();
  expect(await writeFolderFromFrames(encode([['x', 'EACCES base/a b']]), to, {})).toEqual({
    code: 'EACCES',
    path: 'base/a b',
  });
});
