import { type Change, dayInMs, hourInMs } from '@refrain/domain';
import { shortRepositoryName } from '../catalogue/short-repository-name.ts';
import { groupBy } from '../collections/group-by.ts';
import { lowerBound } from '../collections/lower-bound.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import { findLandingMerges } from '../detection/reverts/carriers.ts';
import { listInformativeWords } from '../text/words.ts';
import { findTicketIds } from './tickets.ts';

/** A change as it reached the default branch: a pull request, its commits and their deployments. */
export interface ChangeUnit {
  /** `repository@sha`, or the id of the first record if the sha is unknown. */
  readonly key: string;
  readonly repository: string;
  readonly sha: string | null;
  readonly number: number | null;
  readonly records: readonly Change[];
  /** The record that links point to: the pull request, else the commit, else the deployment. */
  readonly head: Change;
  readonly words: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
  readonly tickets: ReadonlySet<string>;
  readonly candidateEvents: readonly CandidateEvent[];
}

/** A time at which a change could have started to do harm: its merge or one of its deployments. */
export interface CandidateEvent {
  readonly at: number;
  readonly change: Change;
  readonly unit: ChangeUnit;
}

export interface ChangeIndex {
  readonly units: readonly ChangeUnit[];
  /** Returns a repository's candidate events in [from, to], latest first, at most `limit`. */
  between(repository: string, from: number, to: number, limit: number): readonly CandidateEvent[];
  /** Returns at most `limit` candidate events up to `to`, latest first, of changes that contain any of `words`. */
  withWords(words: ReadonlySet<string>, to: number, limit: number): readonly CandidateEvent[];
  /** Returns the changes that name a ticket. Returns none if too many do, because the ticket is then unspecific. */
  withTicket(ticket: string): readonly ChangeUnit[];
  /** Returns the number of changes per hour shortly before `at`, in one repository or, for null, in all of them. */
  rateOf(repository: string | null, at: number): number;
  findBySha(sha: string): ChangeUnit | null;
  findByNumber(repository: string, number: number): ChangeUnit | null;
  /** Finds a pull request by the repository name without owner; null if that name is unknown or ambiguous. */
  findByShortName(name: string, number: number): ChangeUnit | null;
  countPath(repository: string, path: string): { readonly touching: number; readonly all: number };
  findById(changeId: string): ChangeUnit | null;
}

const preference = ['merged_pull_request', 'commit', 'deployment'] as const;
/** A word that occurs in more candidate events than this is too common to search for. */
const rareLimit = 60;
const maxPerTicket = 6;
const rateWindow = 3 * dayInMs;

export function createChangeIndex(changes: readonly Change[]): ChangeIndex {
  const carriers = findLandingMerges(changes);
  const fullSha = createShaResolver(changes);
  const grouped = groupBy(sortByTime(changes), ({ id, repository, sha }) => {
    const carried = sha === null ? null : `${repository}@${fullSha(repository, sha)}`;
    return [carried === null ? id : (carriers.get(carried) ?? carried)];
  });
  const units = [...grouped]
    // `base` is a target branch other than the default branch. A merge into such a branch does not go live.
    .filter(([, records]) => records.some(({ base }) => base === null))
    .map(([key, records]) => createUnit(key, records));
  const candidateEvents = units
    .flatMap((unit) => unit.candidateEvents)
    .sort((a, b) => a.at - b.at || (a.change.id < b.change.id ? -1 : 1));

  const byRepository = groupBy(candidateEvents, ({ unit }) => [unit.repository]);
  const byTicket = groupBy(units, ({ tickets }) => tickets);
  const byWord = groupBy(candidateEvents, ({ unit }) => unit.words);
  const byNumber = new Map<string, ChangeUnit>();
  const byId = new Map<string, ChangeUnit>();
  for (const unit of units) {
    if (unit.number !== null) {
      const key = `${unit.repository.toLowerCase()}#${unit.number}`;
      const known = byNumber.get(key);
      if (known === undefined || known.head.kind !== 'merged_pull_request') byNumber.set(key, unit);
    }
    for (const record of unit.records) byId.set(record.id, unit);
  }
  const shortNames = new Map<string, Set<string>>();
  const pathCounts = new Map<string, number>();
  const unitsIn = new Map<string, number>();
  for (const { repository, paths } of units) {
    unitsIn.set(repository, (unitsIn.get(repository) ?? 0) + 1);
    const short = shortRepositoryName(repository).toLowerCase();
    shortNames.set(short, (shortNames.get(short) ?? new Set()).add(repository));
    for (const path of paths) {
      const key = `${repository}\n${path}`;
      pathCounts.set(key, (pathCounts.get(key) ?? 0) + 1);
    }
  }
  const span = ((candidateEvents.at(-1)?.at ?? 0) - (candidateEvents[0]?.at ?? 0)) / hourInMs;
  const shas = units
    .flatMap((unit) => shasOf(unit).map((sha) => ({ sha, unit })))
    .sort((a, b) => (a.sha < b.sha ? -1 : a.sha > b.sha ? 1 : 0));

  return {
    units,
    between: (repository, from, to, limit) => sliceCandidateEvents(byRepository.get(repository) ?? [], from, to, limit),
    withWords(words, to, limit) {
      const found = new Set<CandidateEvent>();
      for (const word of words) {
        const list = byWord.get(word);
        if (list === undefined || list.length > rareLimit) continue;
        const end = lowerBound(list, ({ at }) => at <= to);
        for (let position = Math.max(0, end - limit); position < end; position += 1)
          found.add(list[position] as CandidateEvent);
      }
      return [...found].sort((a, b) => b.at - a.at || (a.change.id < b.change.id ? -1 : 1)).slice(0, limit);
    },
    withTicket(ticket) {
      const found = byTicket.get(ticket) ?? [];
      return found.length > maxPerTicket ? [] : found;
    },
    rateOf(repository, at) {
      // Adds a week (168 hours) to the observed time, so that a first change does not count as a high rate.
      if (repository === null) return (units.length + 1) / (span + 168);
      const recent = sliceCandidateEvents(byRepository.get(repository) ?? [], at - rateWindow, at, 200);
      const local = new Set(recent.map(({ unit }) => unit.key)).size / (rateWindow / hourInMs);
      return Math.max(local / 2, ((unitsIn.get(repository) ?? 0) + 1) / (span + 168));
    },
    findBySha(sha) {
      const prefix = sha.toLowerCase();
      const at = lowerBound(shas, (entry) => entry.sha < prefix);
      const found = shas[at];
      if (found === undefined || !found.sha.startsWith(prefix)) return null;
      const next = shas[at + 1];
      return next !== undefined && next.unit !== found.unit && next.sha !== found.sha && next.sha.startsWith(prefix)
        ? null
        : found.unit;
    },
    findByNumber: (repository, number) => byNumber.get(`${repository.toLowerCase()}#${number}`) ?? null,
    findByShortName(name, number) {
      const [repository, ...others] = shortNames.get(name.toLowerCase()) ?? [];
      return repository === undefined || others.length > 0
        ? null
        : (byNumber.get(`${repository.toLowerCase()}#${number}`) ?? null);
    },
    countPath: (repository, path) => ({
      touching: pathCounts.get(`${repository}\n${path}`) ?? 0,
      all: unitsIn.get(repository) ?? 0,
    }),
    findById: (changeId) => byId.get(changeId) ?? null,
  };
}

/** Returns a function that expands an abbreviated sha to the only full sha of the repository that begins with it. */
function createShaResolver(changes: readonly Change[]): (repository: string, sha: string) => string {
  const full = groupBy(
    changes.filter(({ sha }) => sha?.length === 40),
    ({ repository }) => [repository],
  );
  const sorted = new Map<string, string[]>();
  return (repository, reported) => {
    const sha = reported.toLowerCase();
    if (sha.length === 40) return sha;
    const known =
      sorted.get(repository) ??
      [...new Set((full.get(repository) ?? []).flatMap((change) => change.sha?.toLowerCase() ?? []))].sort();
    sorted.set(repository, known);
    const at = lowerBound(known, (entry) => entry < sha);
    return known[at]?.startsWith(sha) === true && known[at + 1]?.startsWith(sha) !== true ? (known[at] ?? sha) : sha;
  };
}

function createUnit(key: string, records: readonly Change[]): ChangeUnit {
  const own = records.filter(
    ({ sha, repository }) => sha === null || key.startsWith(`${repository}@${sha.toLowerCase()}`),
  );
  const [first] = records;
  if (first === undefined) throw new RangeError('A change unit cannot be created without records.');
  const chosen =
    preference.map((kind) => own.find((record) => record.kind === kind)).find((record) => record !== undefined) ??
    first;
  const paths = new Set(records.flatMap((record) => record.paths.slice(0, 200)));
  const candidateEvents: CandidateEvent[] = [];
  const unit: ChangeUnit = {
    key,
    repository: chosen.repository,
    sha: own.includes(chosen) && chosen.sha !== null ? key.slice(key.lastIndexOf('@') + 1) : chosen.sha,
    number: chosen.number ?? records.find((record) => record.number !== null)?.number ?? null,
    records,
    head: chosen,
    words: listInformativeWords(
      `${records.map(({ title, text }) => `${title} ${text.slice(0, 2_000)}`).join(' ')} ${[...paths].slice(0, 50).join(' ')}`,
    ),
    paths,
    candidateEvents,
    tickets: findTicketIds(records.map(({ title, text, branch }) => `${title} ${text} ${branch ?? ''}`).join(' ')),
  };
  // Only the merge of a branch is a candidate event, because the branch's commits go live with it.
  for (const change of records)
    if (change.kind !== 'commit' || change.sha === null || change.sha.toLowerCase() === unit.sha)
      candidateEvents.push({ at: Date.parse(change.occurredAt), change, unit });
  return unit;
}

function shasOf({ records }: ChangeUnit): string[] {
  return [...new Set(records.flatMap(({ sha }) => (sha === null ? [] : [sha.toLowerCase()])))];
}

/** Returns candidate events in [from, to], latest first. The given list must be chronological. */
export function sliceCandidateEvents(
  candidateEvents: readonly CandidateEvent[],
  from: number,
  to: number,
  limit: number,
): CandidateEvent[] {
  const start = lowerBound(candidateEvents, (candidateEvent) => candidateEvent.at < from);
  const end = lowerBound(candidateEvents, (candidateEvent) => candidateEvent.at <= to);
  return candidateEvents.slice(Math.max(start, end - limit), end).reverse();
}
