import type { Instant } from '@refrain/domain';
import { dayIn, dayOfPath } from '../../archive/find-date.ts';
import type { ListedBlob } from './list-folder.ts';

/** The size in bytes up to which GitHub returns a file's text with it. */
const maxFileBytes = 1_000_000;

/** The most characters of a path, which becomes part of an identity. */
const maxPathLength = 500;

/** Matches other files in a folder of post-mortems. */
const isExcludedFile = /^(?:[_.].*|contributing|changelog|license|code[_-]of[_-]conduct|guide(?:lines)?|process)$/iu;
/** Words of which the whole name of a template consists. Any other word names a failure. */
const word =
  '(?:post[_ -]?mortem|incident|outage|report|review|analysis|rca|retro(?:spective)?|doc(?:ument)?|example|sample|blank|default|short|long|simple|v?\\d{1,4})';
const isTemplate = new RegExp(`^(?:${word}[_ -])*templates?(?:[_ -]${word})*$`, 'iu');
/** Matches files about their folder, unless it is the folder of a single incident. */
const isOfFolder = /^(?:readme|index|summary)$/iu;

/**
 * Selects the post-mortems among the files of a chosen folder. A `README.md` is one if its folder has a date in its
 * name or contains no other post-mortem.
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

/** Returns a folder and all its parent folders. */
function above(folder: readonly string[]): string[] {
  return folder.map((_name, at) => folder.slice(0, at + 1).join('/'));
}

/** Returns the start, in UTC, of the day in a file's or its folder's name; null if neither has one. */
export function dayNamedBy(path: string): Instant | null {
  const day = dayOfPath(path);
  return day === undefined ? null : new Date(`${day}T00:00:00.000Z`).toISOString();
}
