import type { Instant } from '@refrain/domain';
import { dayIn, dayOfPath } from '../../archive/find-date.ts';
import type { ListedBlob } from './list-folder.ts';

/** Bytes of a file whose text GitHub gives with it. */
const maxFileBytes = 1_000_000;

/** Characters of a path, which becomes part of an identity. */
const maxPathLength = 500;

/** What lies in a folder of post-mortems besides them. */
const isExcludedFile = /^(?:[_.].*|contributing|changelog|license|code[_-]of[_-]conduct|guide(?:lines)?|process)$/iu;
/** A template by all of its name; one that says more is of what failed. */
const word =
  '(?:post[_ -]?mortem|incident|outage|report|review|analysis|rca|retro(?:spective)?|doc(?:ument)?|example|sample|blank|default|short|long|simple|v?\\d{1,4})';
const isTemplate = new RegExp(`^(?:${word}[_ -])*templates?(?:[_ -]${word})*$`, 'iu');
/** What tells of the folder that it lies in, where that is not the folder of one incident. */
const isOfFolder = /^(?:readme|index|summary)$/iu;

/**
 * The post-mortems among the files of a chosen folder. A `README.md` is one where it lies in a folder of its own: one that
 * bears a day, or holds no other post-mortem.
 * @param chosen the folder; `''` is the root
 */
export function selectPostMortems(files: readonly ListedBlob[], chosen: string): ListedBlob[] {
  const texts = files.filter((file) => isPostMortem(file, chosen));
  const shared = new Set([
    foldersOf(`${chosen}/`).join('/'),
    ...texts.flatMap(({ path }) =>
      above(isOfFolder.test(stemOf(path)) ? foldersOf(path).slice(0, -1) : foldersOf(path)),
    ),
  ]);
  return texts.filter(({ path }) => {
    const folder = foldersOf(path);
    return !isOfFolder.test(stemOf(path)) || !shared.has(folder.join('/')) || dayIn(folder.at(-1) ?? '') !== undefined;
  });
}

function isPostMortem({ path, size }: ListedBlob, chosen: string): boolean {
  if (!/\.(?:md|markdown)$/iu.test(path) || (size ?? 0) > maxFileBytes || path.length > maxPathLength) return false;
  const stem = stemOf(path);
  const names = [...foldersOf(path).slice(foldersOf(`${chosen}/`).length), stem];
  return stem !== '' && !isExcludedFile.test(stem) && !names.some((name) => isTemplate.test(name));
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');
}

function foldersOf(path: string): string[] {
  return path
    .split('/')
    .slice(0, -1)
    .filter((name) => name !== '');
}

/** A folder and all those that it lies in. */
function above(folder: readonly string[]): string[] {
  return folder.map((_name, at) => folder.slice(0, at + 1).join('/'));
}

/** The start, in UTC, of the day that a file's name, or its folder's, tells; null where neither does. */
export function dayNamedBy(path: string): Instant | null {
  const day = dayOfPath(path);
  return day === undefined ? null : new Date(`${day}T00:00:00.000Z`).toISOString();
}
