import type { CatalogueStatement, Ownership, ParsedCatalogueFile } from '@refrain/domain';

const maxLines = 20_000;
const maxLineLength = 2_000;
const maxProblems = 20;
/** Matches `@organisation/team`. Other owners, a user or an email address, are people, and people are never stored. */
const team = /^@[\w.-]{1,100}\/([\w.-]{1,100})$/u;

/**
 * Reads which teams own which folders. As on GitHub, the last matching line counts. Patterns for anything but one
 * folder or the whole repository (`*`) are ignored.
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function readCodeOwners(text: string, repository: string): ParsedCatalogueFile {
  const teamsOf = new Map<string, readonly string[]>();
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/u, maxLines).entries()) {
    if (line.length > maxLineLength) {
      if (problems.length < maxProblems) problems.push(`line ${index + 1} is longer than ${maxLineLength} characters`);
      continue;
    }
    const [pattern, ...owners] = wordsOf(line);
    const folder = pattern === undefined ? null : folderOf(pattern);
    if (folder === null) continue;
    // Moves the folder to the end of the map, which must have the order of each folder's last line.
    teamsOf.delete(folder);
    teamsOf.set(
      folder,
      owners.flatMap((owner) => team.exec(owner)?.[1] ?? []),
    );
  }
  const effective = listEffective([...teamsOf]);
  return {
    facts: toFacts(effective, repository),
    owners: effective.map(([folder, teams]) => toOwnership(folder, teams, repository)),
    problems,
  };
}

type Owned = readonly [folder: string, teams: readonly string[]];

function listEffective(inOrder: readonly Owned[]): Owned[] {
  const later = new Set<string>();
  const effectiveOwners: Owned[] = [];
  for (const owned of [...inOrder].reverse()) {
    const [folder] = owned;
    if (!parentsOf(folder).some((parent) => later.has(parent))) effectiveOwners.push(owned);
    later.add(folder);
  }
  return effectiveOwners.reverse();
}

function toOwnership(folder: string, teams: readonly string[], repository: string): Ownership {
  return { repository, path: folder === '' ? null : folder, teams: [...new Set(teams)] };
}

/** Omits nested folders with the same team, since the parent folder already covers them. */
function toFacts(effectiveFolders: readonly Owned[], repository: string): CatalogueStatement[] {
  const teamsOf = new Map(effectiveFolders);
  return effectiveFolders.flatMap(([folder, teams]) => {
    const nearest = parentsOf(folder).findLast((parent) => teamsOf.has(parent));
    const above = nearest === undefined ? [] : (teamsOf.get(nearest) ?? []);
    return teams.filter((name) => !above.includes(name)).map((name) => toFact(folder, name, repository));
  });
}

function toFact(folder: string, name: string, repository: string): CatalogueStatement {
  const leaf = folder.slice(folder.lastIndexOf('/') + 1);
  return {
    origin: 'codeowners',
    names: [...new Set(leaf === '' ? [name] : [name, leaf])],
    serviceId: null,
    repository,
    path: folder === '' ? null : folder,
    detail: `CODEOWNERS gives ${folder === '' ? 'all of it' : folder} to the team ${name}`,
  };
}

/** Splits a line into words and drops the comment. A space within a pattern is escaped as `\ `. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:\\.|[^\s\\])+/gu)) {
    if (word.startsWith('#')) break;
    words.push(word.replace(/\\(.)/gu, '$1'));
  }
  return words;
}

/**
 * Returns an empty text for the whole repository, and null for a pattern that matches no single folder. As in
 * .gitignore, only a slash at the start or within a pattern anchors it to the root.
 */
function folderOf(pattern: string): string | null {
  if (/^\/?\*{1,2}$/u.test(pattern)) return '';
  const isAnchored = pattern.slice(0, -1).includes('/');
  const isFolder = /\/(?:\*{1,2})?$/u.test(pattern);
  const steps = pattern
    .replace(/\/\*{1,2}$/u, '/')
    .split('/')
    .filter((step) => step !== '');
  const last = steps.at(-1);
  if (!isAnchored || last === undefined || steps.join('/').length > 500) return null;
  if (pattern.startsWith('@') || steps.some((step) => /[^@]@/u.test(step))) return null;
  if (steps.some((step) => /[*?[\]!\\]/u.test(step) || step === '.' || step === '..')) return null;
  return isFolder || !last.includes('.') ? steps.join('/') : null;
}

/** Returns the parent folders, outermost first, beginning with the whole repository (an empty path). */
function parentsOf(folder: string): string[] {
  if (folder === '') return [];
  const steps = folder.split('/');
  return steps.map((_, count) => steps.slice(0, count).join('/'));
}
