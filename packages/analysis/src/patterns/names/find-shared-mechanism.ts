import { isQuotable } from '../../blameless/is-quotable.ts';
import { compareStrings } from '../../collections/compare-strings.ts';
import { compareByTime } from '../../collections/sort-by-time.ts';
import type { ReportReading } from '../../extraction/read-report.ts';
import { listClearMechanisms } from '../../mechanisms/list-clear-mechanisms.ts';
import type { Mechanism } from '../../mechanisms/mechanism.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { preferWritten } from '../../text/is-log-line.ts';

/** The mechanism that most episodes of a pattern state. */
export interface SharedMechanism {
  readonly mechanism: Mechanism;
  /** One failure of each episode that states the mechanism */
  readonly failureIds: readonly string[];
}

/** A member of a pattern, and what its text states. */
export interface ReadMember {
  readonly member: FailureDocument;
  readonly reading: ReportReading;
  /** The component that a person chose, null for none; absent if nobody decided */
  readonly component?: string | null | undefined;
}

export interface SharedMechanismInput {
  readonly read: readonly ReadMember[];
  readonly episodes: readonly { readonly failureIds: readonly string[] }[];
}

/** Only this number of strongest mechanisms of a failure count, because long reports mention many. */
const maxPerFailure = 3;
/** Minimum share of the episodes that state the mechanism. One of two episodes is not enough. */
const minShare = 0.5;

interface RatedMechanism extends SharedMechanism {
  readonly stating: ReadonlySet<EpisodeKey>;
  /** The episodes whose texts at least hint at the mechanism, and whether they clearly state no other */
  readonly hints: readonly { readonly failureId: string; readonly isOpen: boolean }[];
  /** Sum of the highest score of each episode */
  readonly score: number;
}

/** Finds the mechanism that at least half of the episodes state; null without such a mechanism, and if others state another as often. */
export function findSharedMechanism(input: SharedMechanismInput): SharedMechanism | null {
  const { rated, episodes } = rateMechanisms(input);
  const [best, ...others] = rated;
  if (best === undefined || best.failureIds.length < minShare * episodes) return null;
  if (others.some((other) => isRival(other, best))) return null;
  return best.failureIds.length < Math.min(2, episodes) ? null : best;
}

/** Returns whether at least as many episodes state only the other mechanism as only the best one. */
function isRival({ stating: ofOther }: RatedMechanism, { stating: ofBest }: RatedMechanism): boolean {
  const countOnly = (of: ReadonlySet<EpisodeKey>, not: ReadonlySet<EpisodeKey>) =>
    [...of].filter((episode) => !not.has(episode)).length;
  const onlyOther = countOnly(ofOther, ofBest);
  return onlyOther > 0 && onlyOther >= countOnly(ofBest, ofOther);
}

/** Minimum score of a hint at a mechanism, and the minimum mean score and number of episodes if most of them only hint at it. */
const minHint = { score: 0.25, mean: 0.33, episodes: 3 };
/** A mechanism of fewer than half of the episodes names them if at least these state it, and no other as many. */
const minLeading = { episodes: 3, share: 1 / 3 };

/** The mechanism that describes episodes best of which too few state it clearly. */
export interface LikelyMechanism {
  readonly mechanism: Mechanism;
  /** One failure of each episode whose texts at least hint at the mechanism and clearly state no other */
  readonly failureIds: readonly string[];
  /** The sentence that states it most clearly */
  readonly example: { readonly member: FailureDocument; readonly quote: string };
}

/**
 * Finds the mechanism that describes the episodes best if none is stated by half of them: one episode states it and half of them, at
 * least three, hint at it; or clearly more episodes state it than any other. A single episode cannot name the others.
 */
export function findLikelyMechanism(input: SharedMechanismInput): LikelyMechanism | null {
  const { rated, episodes } = rateMechanisms(input);
  const isLikely = ({ mechanism, failureIds: { length: stating }, hints, score }: RatedMechanism) => {
    const rivals = rated.filter((other) => other.mechanism !== mechanism);
    const isLeading =
      stating >= Math.max(minLeading.episodes, minLeading.share * episodes) &&
      rivals.every((other) => 2 * other.failureIds.length <= stating);
    const isHinted =
      stating >= 1 &&
      hints.length >= Math.max(minHint.episodes, minShare * episodes) &&
      score >= minHint.mean * episodes;
    return isLeading || isHinted;
  };
  const likely = rated.find(isLikely);
  const example = likely === undefined ? null : findExample(likely.mechanism, input.read);
  if (likely === undefined || example === null) return null;
  const failureIds = likely.hints.flatMap(({ failureId, isOpen }) => (isOpen ? [failureId] : []));
  return { mechanism: likely.mechanism, failureIds, example };
}

/** A sentence is about as clear as the clearest one from this share of its clarity. */
const minRelativeClarity = 0.8;

/** Returns the newest of the sentences that state a mechanism most clearly, if possible of a person. */
function findExample(mechanism: Mechanism, read: readonly ReadMember[]): LikelyMechanism['example'] | null {
  const stated = read.flatMap(({ member, reading }) =>
    reading.mechanisms
      .filter((match) => match.mechanism === mechanism)
      .map(({ sentence, clarity }) => ({ member, clarity, quote: reading.sentences[sentence]?.text ?? '' })),
  );
  const candidates = preferWritten(
    stated.filter(({ quote }) => isQuotable(quote)),
    ({ quote }) => quote,
  );
  const minClarity = minRelativeClarity * Math.max(...candidates.map(({ clarity }) => clarity));
  return (
    candidates.filter(({ clarity }) => clarity >= minClarity).sort((a, b) => compareByTime(b.member, a.member))[0] ??
    null
  );
}

/** The position of an episode, or the id of a failure in no episode */
type EpisodeKey = number | string;
/** The highest score of each episode, and the failure that has it */
type Scores = Map<EpisodeKey, { readonly score: number; readonly failureId: string }>;

/** Lists the mechanisms that episodes state or hint at, the one with the highest score of stating episodes first. */
function rateMechanisms({ read, episodes }: SharedMechanismInput): { rated: RatedMechanism[]; episodes: number } {
  const episodeOf = new Map(episodes.flatMap(({ failureIds }, at) => failureIds.map((id) => [id, at] as const)));
  const readEpisodes = new Set<EpisodeKey>();
  const clearOf = new Map<EpisodeKey, Set<Mechanism>>();
  const found = new Map<Mechanism, { stated: Scores; all: Scores }>();
  for (const { member, reading } of read) {
    const episode = episodeOf.get(member.id) ?? member.id;
    readEpisodes.add(episode);
    const clear = listClearMechanisms(reading.mechanisms).slice(0, maxPerFailure);
    clearOf.set(episode, new Set([...(clearOf.get(episode) ?? []), ...clear.map(({ mechanism }) => mechanism)]));
    for (const match of reading.mechanisms) {
      const known = found.get(match.mechanism) ?? { stated: new Map(), all: new Map() };
      found.set(match.mechanism, known);
      const raise = (scores: Scores, score: number) => {
        if (score > (scores.get(episode)?.score ?? 0)) scores.set(episode, { score, failureId: member.id });
      };
      if (clear.includes(match)) raise(known.stated, match.score);
      raise(known.all, Math.min(1, match.score));
    }
  }
  const sum = (scores: Scores) => [...scores.values()].reduce((total, { score }) => total + score, 0);
  const rated = [...found].map(([mechanism, { stated, all }]) => ({
    mechanism,
    stating: new Set(stated.keys()),
    failureIds: [...stated.values()].map(({ failureId }) => failureId),
    hints: [...all]
      .filter(([, { score }]) => score >= minHint.score)
      .map(([episode, { failureId }]) => ({ failureId, isOpen: isOpenTo(mechanism, clearOf.get(episode)) })),
    score: sum(all),
    ofStating: sum(stated),
  }));
  rated.sort((a, b) => b.ofStating - a.ofStating || compareStrings(a.mechanism.id, b.mechanism.id));
  return { rated, episodes: readEpisodes.size };
}

/** Returns whether an episode may have a mechanism: it clearly states this one, or none. */
function isOpenTo(mechanism: Mechanism, clear: ReadonlySet<Mechanism> = new Set()): boolean {
  return clear.size === 0 || clear.has(mechanism);
}

/** Writes a mechanism's clause about a component, such as “Prometheus runs out of memory”. */
export function writeMechanismClause({ clause }: Mechanism, component: string): string {
  const written = clause.replace('…', component);
  return written.charAt(0).toUpperCase() + written.slice(1);
}
