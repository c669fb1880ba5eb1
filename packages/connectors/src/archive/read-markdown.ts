import { constants, type Dirent, type Stats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { AppError } from '@refrain/domain';
import { parse } from 'yaml';
import { fieldAliases } from './field-aliases.ts';
import { findDayInPath, findDayInText, findLabelledDate, removeDayFromText } from './find-date.ts';
import { findLabelledSeverity } from './find-severity.ts';
import { createRowTooLongError, maxRowBytes, type UnparsedRow } from './unparsed-row.ts';

/** Reads each Markdown file as a post-mortem. Ignores symbolic links, which could lead to any file of this machine. */
export async function* readMarkdownFolder(folder: string): AsyncIterable<UnparsedRow> {
  const [root, entries] = [await realpath(folder), await listEntries(folder)];
  if (entries.length === 0) {
    throw new AppError('invalid_input', `${folder} contains no Markdown files: specify a folder of .md post-mortems`);
  }
  for (const [index, { name, problem }] of entries.entries()) {
    const line = index + 1;
    const path = join(folder, name);
    const file = problem === null ? await readFile(path, root) : { problem };
    const values = 'text' in file ? readPostMortemColumns(file.text, name) : null;
    if (values !== null) {
      yield { line, values, where: name };
      continue;
    }
    const reason = 'problem' in file ? file.problem : 'its front matter is not a YAML mapping';
    const error =
      reason === tooLong
        ? createRowTooLongError(path, ', or skip broken lines')
        : new AppError('invalid_input', `${path} cannot be read: ${reason}. Correct it, or skip broken lines`);
    yield { line, broken: reason, error, where: name };
  }
}

const tooLong = 'it is longer than 10 MB';
const isLink = 'it is a symbolic link, which is not followed';
const isNotFile = 'it is not a regular file';
const isOutside = 'a parent folder was replaced by a symbolic link';

interface Entry {
  readonly name: string;
  readonly problem: string | null;
}

/** Lists Markdown files. Also lists links that lead to folders or have a Markdown name, to report them as skipped. */
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
  return entry.isFile() ? null : isNotFile;
}

/** Checks a file again before reading, since a link or named pipe may have replaced it or a parent folder. */
async function readFile(path: string, root: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = await file.stat();
      if (!found.isFile()) return { problem: isNotFile };
      if (!(await isInside(path, root, found))) return { problem: isOutside };
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

/** Tells whether the opened file is in the folder: the real path must be in the folder and lead to the same file. */
async function isInside(path: string, root: string, opened: Stats): Promise<boolean> {
  const real = await realpath(path);
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return false;
  const { dev, ino } = await stat(real);
  return dev === opened.dev && ino === opened.ino;
}

/** Maximum length of front matter in characters. The YAML parser takes over a second for 64,000 characters. */
const maxFrontMatter = 8 * 1024;

/** Returns the columns of a post-mortem from front matter, heading, path and text; null for invalid front matter. */
export function readPostMortemColumns(content: string, fileName: string): Record<string, unknown> | null {
  const text = content.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const { matter, body } = divide(text);
  const columns = matter === null ? {} : parseMatter(matter);
  if (columns === null) return null;
  const names = new Set(Object.keys(columns).map((name) => name.toLowerCase()));
  const heading = /^#{1,6}[ \t]+(\S[^\n]{0,500})/mu.exec(body)?.[1]?.trim() ?? '';
  const hasDate = Object.entries(columns).some(
    ([name, value]) => fieldAliases.created.includes(name.toLowerCase()) && value !== null && value !== '',
  );
  const date = hasDate ? undefined : shownDate(body, heading, fileName);
  const severity = fieldAliases.severity.some((name) => names.has(name)) ? undefined : findLabelledSeverity(body);
  return {
    ...(names.has('id') ? {} : { id: fileName.replace(/\.\w+$/u, '') }),
    ...(names.has('title') || names.has('name')
      ? {}
      : { title: removeDayFromText(heading) || removeDayFromText(nameOf(fileName)) }),
    ...columns,
    ...(date === undefined ? {} : { created: date }),
    ...(severity === undefined ? {} : { severity }),
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

/** Parses front matter. Dates stay texts, because the YAML date type does not keep whether there was a time. */
function parseMatter(matter: string): Record<string, unknown> | null {
  try {
    const value: unknown = parse(matter, { schema: 'core', maxAliasCount: 10, logLevel: 'error' });
    if (value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function shownDate(body: string, heading: string, fileName: string): string | undefined {
  return findDayInText(heading) ?? findDayInPath(fileName) ?? findLabelledDate(body);
}

/** Returns the file name, or the folder name for files such as `README.md`, which are named alike in every folder. */
function nameOf(fileName: string): string {
  const stem = basename(fileName).replace(/\.\w+$/u, '');
  const folder = basename(dirname(fileName));
  return /^(?:readme|index|summary)$/iu.test(stem) && folder !== '.' ? folder : stem;
}
