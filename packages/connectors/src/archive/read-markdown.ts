import { constants, type Dirent, type Stats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { AppError } from '@refrain/domain';
import { parse } from 'yaml';
import { dateColumns } from './columns.ts';
import { dateOfHead, dayIn, dayOfPath, withoutDay } from './find-date.ts';
import { maxRowBytes, rowTooLong } from './limits.ts';
import type { SourceRow } from './source-row.ts';

/**
 * Reads the post-mortems of a folder and its subfolders, one Markdown file each, in the order of their names. Does not
 * follow symbolic links: otherwise whoever can add a file to the folder could import any file of this machine.
 */
export async function* readMarkdownFolder(folder: string, skipBroken: boolean): AsyncIterable<SourceRow> {
  const [root, entries] = [await realpath(folder), await listEntries(folder)];
  if (entries.length === 0) {
    throw new AppError('invalid_input', `${folder} holds no Markdown file: give a folder of .md post-mortems`);
  }
  for (const [index, { name, problem }] of entries.entries()) {
    const line = index + 1;
    const path = join(folder, name);
    const file = problem === null ? await readFile(path, root) : { problem };
    const values = 'text' in file ? readPostMortem(file.text, name) : null;
    if (values !== null) {
      yield { line, values, where: name };
      continue;
    }
    const reason = 'problem' in file ? file.problem : 'its front matter is no YAML mapping';
    if (!skipBroken) {
      throw reason === tooLong
        ? rowTooLong(path, ', or pass over broken lines')
        : new AppError('invalid_input', `${path} cannot be read: ${reason}. Correct it, or pass over broken lines`);
    }
    yield { line, broken: `${name}: ${reason}` };
  }
}

const tooLong = 'it is longer than 10 MB';
const isLink = 'it is a symbolic link, which is not followed';
const isNoFile = 'it is no regular file';
const isElsewhere = 'a folder around it was replaced by a symbolic link';

interface Entry {
  /** Relative to the folder. */
  readonly name: string;
  readonly problem: string | null;
}

/** Lists everything with the name of a Markdown file, and links to folders, which may contain some. */
async function listEntries(folder: string): Promise<Entry[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const entries: Entry[] = [];
  for (const entry of found) {
    const path = join(entry.parentPath, entry.name);
    const isMarkdown = /\.(?:md|markdown)$/iu.test(entry.name) && !entry.isDirectory();
    if (!isMarkdown && !(entry.isSymbolicLink() && (await leadsToFolder(path)))) continue;
    entries.push({ name: relative(folder, path), problem: problemOf(entry) });
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function leadsToFolder(link: string): Promise<boolean> {
  const target = await stat(link).catch(() => null);
  return target?.isDirectory() ?? false;
}

function problemOf(entry: Dirent): string | null {
  if (entry.isSymbolicLink()) return isLink;
  return entry.isFile() ? null : isNoFile;
}

/**
 * Checks the file again, because it or a folder around it may have been replaced by a link or a named pipe since the
 * folder was listed.
 */
async function readFile(path: string, root: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = await file.stat();
      if (!found.isFile()) return { problem: isNoFile };
      if (!(await isInside(path, root, found))) return { problem: isElsewhere };
      return found.size > maxRowBytes ? { problem: tooLong } : { text: await file.readFile('utf8') };
    } finally {
      await file.close();
    }
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    return { problem: code === 'ELOOP' || code === 'EMLINK' ? isLink : `it cannot be opened (${code})` };
  }
}

/** Tells whether the open file is in the folder: its real path leads to the same file without leaving the folder. */
async function isInside(path: string, root: string, opened: Stats): Promise<boolean> {
  const real = await realpath(path);
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return false;
  const { dev, ino } = await stat(real);
  return dev === opened.dev && ino === opened.ino;
}

/** Characters. A mapping of 64,000 takes the parser more than a second. */
const maxFrontMatter = 8 * 1024;

/**
 * Returns the columns of one post-mortem. Its front matter comes first. Otherwise the title is the first heading, and
 * the date comes from that heading, from the names of file and folder, or from the first lines. Null if the front
 * matter cannot be parsed.
 */
export function readPostMortem(content: string, fileName: string): Record<string, unknown> | null {
  const text = content.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const { matter, body } = divide(text);
  const columns = matter === null ? {} : parseMatter(matter);
  if (columns === null) return null;
  const names = new Set(Object.keys(columns).map((name) => name.toLowerCase()));
  const heading = /^#{1,6}[ \t]+(\S[^\n]{0,500})/mu.exec(body)?.[1]?.trim() ?? '';
  const hasDate = Object.entries(columns).some(
    ([name, value]) => dateColumns.includes(name.toLowerCase()) && value !== null && value !== '',
  );
  const date = hasDate ? undefined : shownDate(body, heading, fileName);
  return {
    ...(names.has('id') ? {} : { id: fileName.replace(/\.\w+$/u, '') }),
    ...(names.has('title') || names.has('name') ? {} : { title: withoutDay(heading) || withoutDay(nameOf(fileName)) }),
    ...columns,
    ...(date === undefined ? {} : { created: date }),
    text: body.trim(),
  };
}

function divide(text: string): { matter: string | null; body: string } {
  if (!text.startsWith('---\n')) return { matter: null, body: text };
  const end = text.indexOf('\n---', 3);
  if (end === -1 || end > maxFrontMatter) return { matter: null, body: text };
  const bodyStart = text.indexOf('\n', end + 1);
  return { matter: text.slice(4, end + 1), body: bodyStart === -1 ? '' : text.slice(bodyStart + 1) };
}

/** Keeps dates as texts, since YAML's own dates lose whether they had a time. */
function parseMatter(matter: string): Record<string, unknown> | null {
  try {
    const value: unknown = parse(matter, { schema: 'core', maxAliasCount: 10, logLevel: 'error' });
    if (value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Takes the date from the heading, else from the file's path, else from the first lines. */
function shownDate(body: string, heading: string, fileName: string): string | undefined {
  return dayIn(heading) ?? dayOfPath(fileName) ?? dateOfHead(body);
}

/** Returns the file's name, or its folder's if the file has the usual name of a folder's main file. */
function nameOf(fileName: string): string {
  const stem = basename(fileName).replace(/\.\w+$/u, '');
  const folder = basename(dirname(fileName));
  return /^(?:readme|index|summary)$/iu.test(stem) && folder !== '.' ? folder : stem;
}
