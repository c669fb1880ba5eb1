import type { Instant } from '@refrain/domain';
import { findDayInPath, findDayInText } from '../../archive/find-date.ts';
import type { ListedFolderFile } from './list-folder.ts';

/** GitHub returns the text of files up to this size, in bytes. */
const maxFileBytes = 1_000_000;

/** Limit in characters, since the path becomes part of the external id. */
const maxPathLength = 500;

const isExcludedFile = /^(?:[_.].*|contributing|changelog|license|code[_-]of[_-]conduct|guide(?:lines)?|process)$/iu;
/** Words that the name of a template may contain. A name with any other word is that of a real post-mortem. */
const word =
  '(?:post[_ -]?mortem|incident|outage|report|review|analysis|rca|retro(?:spective)?|doc(?:ument)?|example|sample|blank|default|short|long|simple|v?\\d{1,4})';
const isTemplate = new RegExp(`^(?:${word}[_ -])*templates?(?:[_ -]${word})*$`, 'iu');
/** Matches names of files that describe their folder, or the only incident in the folder. */
const isOfFolder = /^(?:readme|index|summary)$/iu;

/** Selects post-mortems in a folder (`''` is the root). A `README.md` counts if its folder is about one incident. */
export function selectPostMortemFiles(files: readonly ListedFolderFile[], chosen: string): ListedFolderFile[] {
  const texts = files.filter((file) => isPostMortem(file, chosen));
  const shared = new Set([
    foldersOf(`${chosen}/`).join('/'),
    ...texts.flatMap(({ path }) =>
      withParents(isOfFolder.test(stemOf(path)) ? foldersOf(path).slice(0, -1) : foldersOf(path)),
    ),
  ]);
  return texts.filter(({ path }) => {
    const folder = foldersOf(path);
    return (
      !isOfFolder.test(stemOf(path)) ||
      !shared.has(folder.join('/')) ||
      findDayInText(folder.at(-1) ?? '') !== undefined
    );
  });
}

function isPostMortem({ path, size }: ListedFolderFile, chosen: string): boolean {
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

function withParents(folder: readonly string[]): string[] {
  return folder.map((_name, at) => folder.slice(0, at + 1).join('/'));
}

/** Returns the start, in UTC, of the day in the name of a file or its folder; null without a day. */
export function findDayOfPostMortem(path: string): Instant | null {
  const day = findDayInPath(path);
  return day === undefined ? null : new Date(`${day}T00:00:00.000Z`).toISOString();
}
