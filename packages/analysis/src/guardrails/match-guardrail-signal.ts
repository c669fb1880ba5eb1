import type { GuardrailSignal } from '@refrain/domain';
import { type CompiledPhrase, findPhrase } from '../text/phrases/compiled-phrase.ts';
import type { IndexedEpisode, IndexedPattern, IndexedPatternMember } from './indexed-pattern.ts';

export interface CompiledGuardrailSignal {
  readonly signal: GuardrailSignal;
  /** Compiled phrases of a signal of kind `words`; empty for other kinds */
  readonly phrases: readonly CompiledPhrase[];
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
      default:
        return matchMembers(compiled, episode);
    }
  });
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
    case 'words': {
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
