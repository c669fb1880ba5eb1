import type { Instant } from '@refrain/domain';
import type { ListedBlob } from './list-folder.ts';

/** Bytes of a file whose text GitHub gives with it. */
const largestFile = 1_000_000;

/** Characters of a path, which becomes part of an identity. */
const longestPath = 500;

/** What lies in a folder of post-mortems besides them: templates, and what is about the folder. */
const isAside =
  /^(?:[_.].*|template.*|.*template|readme|index|contributing|changelog|license|code[_-]of[_-]conduct|summary|guide(?:lines)?|process)$/iu;

/** Whether a file of a chosen folder is a post-mortem. */
export function isPostMortemFile({ path, size }: Pick<ListedBlob, 'path' | 'size'>): boolean {
  const [, stem] = /([^/]+)\.(?:md|markdown)$/iu.exec(path) ?? [];
  return stem !== undefined && !isAside.test(stem) && (size ?? 0) <= largestFile && path.length <= longestPath;
}

/** The start, in UTC, of the day that a file's name tells as `YYYY-MM-DD`; null where it tells none. */
export function dayNamedBy(path: string): Instant | null {
  const day = /(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)/u.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
  const date = new Date(`${day}T00:00:00.000Z`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
