import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '@refrain/domain';
import { parse } from 'yaml';
import { maxRowBytes, rowTooLong } from './limits.ts';
import type { SourceRow } from './source-row.ts';

/** Post-mortems of a folder and the folders in it, one Markdown file each, in the order of their names. */
export async function* readMarkdownFolder(folder: string, skipBroken: boolean): AsyncIterable<SourceRow> {
  const entries = await readdir(folder, { recursive: true });
  const names = entries.filter((name) => /\.(?:md|markdown)$/iu.test(name)).sort();
  if (names.length === 0) {
    throw new AppError('invalid_input', `${folder} holds no Markdown file: give a folder of .md post-mortems`);
  }
  for (const [index, name] of names.entries()) {
    const line = index + 1;
    const path = join(folder, name);
    const { size } = await stat(path);
    const values = size > maxRowBytes ? null : readPostMortem(await readFile(path, 'utf8'), name);
    if (values !== null) {
      yield { line, values, where: name };
      continue;
    }
    const error =
      size > maxRowBytes
        ? rowTooLong(path, ', or pass over broken lines')
        : new AppError(
            'invalid_input',
            `The front matter of ${path} is no YAML mapping: correct it, or pass over broken lines`,
          );
    if (!skipBroken) throw error;
    yield {
      line,
      broken: `${name}: ${size > maxRowBytes ? 'it is longer than 10 MB' : 'its front matter is no YAML mapping'}`,
    };
  }
}

const maxFrontMatter = 64 * 1024;

/**
 * The columns of one post-mortem: its front matter, and what the text shows where that is silent: the title in the first
 * heading, the date in that heading or in the file's name. Null where the front matter cannot be read.
 */
export function readPostMortem(content: string, fileName: string): Record<string, unknown> | null {
  const text = content.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
  const { matter, body } = divide(text);
  const columns = matter === null ? {} : parseMatter(matter);
  if (columns === null) return null;
  const names = new Set(Object.keys(columns).map((name) => name.toLowerCase()));
  const heading = /^#{1,6}[ \t]+(\S[^\n]{0,500})/mu.exec(body)?.[1]?.trim() ?? '';
  const stem = basename(fileName).replace(/\.\w+$/u, '');
  const hasDate = ['created', 'created_at', 'date', 'start', 'started_at', 'opened'].some((name) => names.has(name));
  const date = hasDate ? undefined : (dateIn(heading) ?? dateIn(stem));
  return {
    ...(names.has('id') ? {} : { id: fileName.replace(/\.\w+$/u, '') }),
    ...(names.has('title') || names.has('name') ? {} : { title: withoutDate(heading) || withoutDate(stem) }),
    ...(date === undefined ? {} : { created: date }),
    ...columns,
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

/** Dates stay texts: YAML's own would have lost whether they had a time. */
function parseMatter(matter: string): Record<string, unknown> | null {
  try {
    const value: unknown = parse(matter, { schema: 'core', maxAliasCount: 10, logLevel: 'error' });
    if (value === null) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function dateIn(text: string): string | undefined {
  return /(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)/u.exec(text)?.[1];
}

function withoutDate(text: string): string {
  const rest = text.replace(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)/u, '').replace(/^[\s:_–—-]+|[\s:_–—-]+$/gu, '');
  return rest.includes(' ') ? rest : rest.replaceAll(/[-_]/gu, ' ');
}
