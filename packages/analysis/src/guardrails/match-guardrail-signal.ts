import type { GuardrailSignal } from '@refrain/domain';
import { findMechanismName } from '../mechanisms/find-mechanism-name.ts';
import { type CompiledPhrase, compilePhrase, findPhrase } from '../text/phrases/compiled-phrase.ts';
import { minStatedProbability } from './estimate-episode-mechanisms.ts';
import type { IndexedEpisode, IndexedPattern, IndexedPatternMember } from './indexed-pattern.ts';

export interface CompiledGuardrailSignal {
  readonly signal: GuardrailSignal;
  /** Compiled phrases of a signal of kind `words` or `in_place`; empty for other kinds */
  readonly phrases: readonly CompiledPhrase[];
}

/** Compiles the phrases of a signal. */
export function compileGuardrailSignal(signal: GuardrailSignal): CompiledGuardrailSignal {
  return { signal, phrases: listSignalPhrases(signal).map(compilePhrase) };
}

function listSignalPhrases(signal: GuardrailSignal): readonly string[] {
  if (signal.on === 'words') return signal.phrases;
  if (signal.on !== 'in_place') return [];
  return signal.measures.flatMap((measure) => [
    `${measure} already|existing`,
    `despite|although ${measure}`,
    `${measure} not|didn|failed catch|caught|detect|detected|prevent|prevented|stop|stopped|fire|fired|help|helped`,
  ]);
}

export interface GuardrailSignalMatch {
  readonly episodeId: string;
  readonly failureIds: readonly string[];
  /** Strength of the signal in this episode, in (0, 1] */
  readonly strength: number;
  /** Matched phrases, names or values, spelt as in the guardrail library; empty for signals about whole episodes */
  readonly terms: readonly string[];
}

/** Returns the episodes that show a signal, newest first. */
export function matchGuardrailSignal(
  compiled: CompiledGuardrailSignal,
  { episodes, seasons }: IndexedPattern,
): GuardrailSignalMatch[] {
  const { signal } = compiled;
  return episodes.flatMap((episode) => {
    const whole = (isSeen: boolean): GuardrailSignalMatch[] =>
      isSeen ? [match(episode, episode.members, signal.strength)] : [];
    switch (signal.on) {
      case 'season':
        return whole(seasons.get(signal.season)?.has(episode.id) === true);
      case 'several_services':
        return whole(episode.serviceCount > 1);
      case 'change':
        return whole(isChangeLinked(episode) === signal.isLinked);
      case 'mechanisms':
        return matchMechanisms(signal, episode);
      default:
        return matchMembers(compiled, episode);
    }
  });
}

/** Matches the mechanisms that an episode states; the strength is that of the signal times their probability. */
function matchMechanisms(
  { mechanisms: ids, strength }: Extract<GuardrailSignal, { on: 'mechanisms' }>,
  episode: IndexedEpisode,
): GuardrailSignalMatch[] {
  const stated = ids.filter((id) => (episode.mechanisms.get(id) ?? 0) >= minStatedProbability);
  if (stated.length === 0) return [];
  const probability = stated.reduce((sum, id) => sum + (episode.mechanisms.get(id) ?? 0), 0);
  return [match(episode, episode.members, strength * probability, stated.map(findMechanismName))];
}

/** Tells whether a change is linked as the cause of an episode; null if linking has not run. */
function isChangeLinked({ members }: IndexedEpisode): boolean | null {
  if (members.some(({ isAfterChange }) => isAfterChange === true)) return true;
  return members.length > 0 && members.every(({ isAfterChange }) => isAfterChange === false) ? false : null;
}

function matchMembers({ signal, phrases }: CompiledGuardrailSignal, episode: IndexedEpisode): GuardrailSignalMatch[] {
  const found = episode.members.flatMap((member) => {
    const { weight, terms } = matchMember(signal, phrases, member);
    return weight === 0 ? [] : [{ member, weight, terms }];
  });
  if (found.length === 0) return [];
  const weight = Math.max(...found.map((one) => one.weight));
  const terms = [...new Set(found.flatMap((one) => one.terms))];
  return [
    match(
      episode,
      found.map(({ member }) => member),
      signal.strength * weight,
      terms,
    ),
  ];
}

function matchMember(
  signal: GuardrailSignal,
  phrases: readonly CompiledPhrase[],
  member: IndexedPatternMember,
): { readonly weight: number; readonly terms: readonly string[] } {
  const plain = (terms: readonly string[]) => ({ weight: terms.length === 0 ? 0 : 1, terms });
  switch (signal.on) {
    case 'words':
    case 'in_place': {
      const found = phrases.flatMap((phrase) => findPhrase(phrase, member.text.positions) ?? []);
      return { weight: Math.max(0, ...found.map(({ weight }) => weight)), terms: found.map(({ words }) => words) };
    }
    case 'signature':
      return plain(signal.names.filter((name) => member.text.signature.some((shown) => isNamed(shown, name))));
    case 'paths':
      return plain(signal.parts.filter((part) => member.paths.some((path) => path.toLowerCase().includes(part))));
    case 'kind':
      return plain(member.kind === signal.kind ? [signal.kind] : []);
    case 'resolution':
      return plain(member.resolution === signal.resolution ? [signal.resolution] : []);
    default:
      return plain([]);
  }
}

function isNamed(shown: string, name: string): boolean {
  return name.startsWith('*') ? shown.endsWith(name.slice(1)) : shown === name;
}

function match(
  { id }: IndexedEpisode,
  members: readonly IndexedPatternMember[],
  strength: number,
  terms: readonly string[] = [],
): GuardrailSignalMatch {
  return { episodeId: id, failureIds: members.map(({ failureId }) => failureId), strength, terms };
}
