import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureAppError } from '../testing.ts';
import { type ArchiveRow, readArchive } from './source.ts';
import { createTestArchives, listPayloadsOrSkipReasons } from './testing.ts';

const files = createTestArchives();
const { read } = files;
let folder: string;
beforeAll(async () => {
  folder = await files.folder();
});
afterAll(files.remove);

describe('a folder of Markdown post-mortems', () => {
  it('takes the title and date of a post-mortem from front matter, heading or file name', async () => {
    const path = join(folder, 'post-mortems');
    await mkdir(join(path, 'deeper'), { recursive: true });
    await writeFile(
      join(path, 'a.md'),
      '---\ntitle: From the matter\ndate: 2024-01-01\nservices: [api]\n---\n# Heading\nBody',
    );
    await writeFile(join(path, '2024-02-02-disk-full.md'), '# Disk full on db1\n\nIt was.');
    await writeFile(join(path, 'deeper', 'c.md'), '## 2024-03-03: Certificate expired\nIt had.');
    await writeFile(join(path, 'README.md'), '# How to write these\n');
    await writeFile(join(path, 'notes.txt'), 'not one');
    const rows = await read(path);
    expect(listPayloadsOrSkipReasons(rows)).toEqual([
      expect.objectContaining({
        id: '2024-02-02-disk-full',
        title: 'Disk full on db1',
        created: '2024-02-02T00:00:00.000Z',
      }),
      'README.md: it has no date; add a line such as "Date: 2026-03-14" below its heading, or name the file like 2026-03-14-disk-full.md',
      expect.objectContaining({ title: 'From the matter', text: '# Heading\nBody', services: ['api'] }),
      expect.objectContaining({ id: 'deeper/c', title: 'Certificate expired', created: '2024-03-03T00:00:00.000Z' }),
    ]);
  });

  it('names the Markdown file whose front matter is broken', async () => {
    const path = join(folder, 'broken-matter');
    await mkdir(path);
    await writeFile(join(path, 'a.md'), '---\n- a list\n---\n# 2024-01-01 x');
    expect((await captureAppError(() => read(path))).message).toMatch(
      /a\.md cannot be read: its front matter is not a YAML mapping/,
    );
    expect(listPayloadsOrSkipReasons(await read(path, { skipBroken: true }))).toEqual([
      'a.md: its front matter is not a YAML mapping',
    ]);
  });

  it.each([
    ['an open list', 'title: [open\ndate: 2024-01-01'],
    ['a tab for indentation', 'services:\n\t- api'],
    ['the same key twice', 'title: a\ntitle: b'],
    ['an alias without anchor', 'title: *nothing'],
    ['aliases that multiply', `a: &a [${'x,'.repeat(20)}]\nb: &b [${'*a,'.repeat(20)}]\nc: [${'*b,'.repeat(20)}]`],
    ['a text', 'just words'],
  ])('rejects front matter that is not valid YAML, or skips the file: %s', async (name, matter) => {
    const path = await mkdtemp(join(folder, 'matter-'));
    await writeFile(join(path, 'a.md'), `---\n${matter}\n---\n# 2024-01-01 x`);
    await writeFile(join(path, 'b.md'), '# 2024-01-02 fine');
    const error = await captureAppError(() => read(path));
    expect(error.code, name).toBe('invalid_input');
    expect(error.message).toMatch(
      /a\.md cannot be read: its front matter is not a YAML mapping\. Correct it, or skip broken lines$/,
    );
    const [broken, fine] = await read(path, { skipBroken: true });
    expect(broken).toMatchObject({ line: 1, skipped: 'a.md: its front matter is not a YAML mapping' });
    expect(fine).toHaveProperty('record');
  });

  it.each([
    ['a link to a file elsewhere', 'it is a symbolic link', (path: string) => symlink('/etc/passwd', path)],
    ['a link to a file in the folder', 'it is a symbolic link', (path: string) => symlink('z.md', path)],
    ['a link to a folder around it', 'it is a symbolic link', (path: string) => symlink('..', path)],
    ['a named pipe', 'it is not a regular file', (path: string) => promisify(execFile)('mkfifo', [path])],
  ])('does not read a file through %s', async (_what, problem, create) => {
    const path = await mkdtemp(join(folder, 'links-'));
    await create(join(path, 'a.md'));
    await writeFile(join(path, 'z.md'), '# 2024-01-02 fine');
    expect((await captureAppError(() => read(path))).message).toContain(`a.md cannot be read: ${problem}`);
    expect(listPayloadsOrSkipReasons(await read(path, { skipBroken: true }))).toEqual([
      expect.stringMatching(`^a\\.md: ${problem}`),
      expect.objectContaining({ title: 'fine' }),
    ]);
  });

  it('does not follow a link that replaced a file after the folder was listed', async () => {
    const path = await mkdtemp(join(folder, 'replaced-'));
    for (const name of ['a', 'b']) await writeFile(join(path, `${name}.md`), `# 2024-01-02 ${name}`);
    const rows: ArchiveRow[] = [];
    for await (const row of readArchive(path, { map: {}, skipBroken: true })) {
      rows.push(row);
      await rm(join(path, 'b.md'));
      await symlink('/etc/passwd', join(path, 'b.md'));
    }
    expect(listPayloadsOrSkipReasons(rows)).toEqual([
      expect.objectContaining({ title: 'a' }),
      'b.md: it is a symbolic link, which is not followed',
    ]);
  });

  it('does not follow a link that replaced a subfolder after the folder was listed', async () => {
    const [path, elsewhere] = [await mkdtemp(join(folder, 'swapped-')), await mkdtemp(join(folder, 'elsewhere-'))];
    await mkdir(join(path, 'z'));
    for (const file of [join(path, 'a.md'), join(path, 'z', 'b.md'), join(elsewhere, 'b.md')]) {
      await writeFile(file, `# 2024-01-02 ${file.startsWith(elsewhere) ? 'secret' : 'own'}`);
    }
    const rows: ArchiveRow[] = [];
    for await (const row of readArchive(path, { map: {}, skipBroken: true })) {
      rows.push(row);
      await rm(join(path, 'z'), { recursive: true });
      await symlink(elsewhere, join(path, 'z'));
    }
    expect(listPayloadsOrSkipReasons(rows)).toEqual([
      expect.objectContaining({ title: 'own' }),
      'z/b.md: a parent folder was replaced by a symbolic link',
    ]);
  });
});
