import { hourInMs } from '@refrain/domain';
import { listAlphanumericRuns, splitCamelCase } from '../text/tokens.ts';
import { type CandidateEvent, type ChangeIndex, type ChangeUnit, sliceCandidateEvents } from './change-index.ts';

/** Finds changes in any repository that name a service, because its code and settings are often in different ones. */
export interface ServiceMentions {
  /** Returns the path or title in which the change names the service; null if it does not. */
  find(service: string, unit: ChangeUnit): string | null;
  isNamed(service: string): boolean;
  /** Returns the candidate events in [from, to] of changes that name the service, latest first, at most `limit`. */
  between(service: string, from: number, to: number, limit: number): readonly CandidateEvent[];
  rateOf(service: string): number;
}

/** A service name that occurs in more than this share of all changes is an everyday word and is ignored. */
const commonShare = 0.05;
/** Minimum length of a service name of one word, since a word such as `api` or `web` does not identify a service. */
const minWordLength = 5;
const pathLimit = 50;

/** @param aliasesOf returns other names of a service, such as its repository's name */
export function indexServiceMentions(
  services: Iterable<string>,
  aliasesOf: (service: string) => readonly string[],
  index: ChangeIndex,
): ServiceMentions {
  const keysOf = new Map(
    [...new Set(services)].map((service) => [
      service,
      [...new Set([service, ...aliasesOf(service)].map(keyOfName))].filter(
        (key) => key.includes(' ') || key.length >= minWordLength,
      ),
    ]),
  );
  const keys = new Set([...keysOf.values()].flat());
  const longest = Math.max(0, ...[...keys].map((key) => key.split(' ').length));
  const starts = new Set([...keys].map((key) => key.split(' ')[0] ?? ''));
  const whereOf = new Map<string, Map<string, string>>();
  const units = new Map<string, ChangeUnit[]>();
  for (const unit of index.units) {
    for (const [key, where] of findKeys(unit)) {
      whereOf.set(key, (whereOf.get(key) ?? new Map<string, string>()).set(unit.key, where));
      units.set(key, [...(units.get(key) ?? []), unit]);
    }
  }
  const maxMentions = Math.max(20, index.units.length * commonShare);
  const candidateEvents = new Map(
    [...units]
      .filter(([, own]) => own.length <= maxMentions)
      .map(([key, own]) => [
        key,
        own
          .flatMap(({ candidateEvents: all }) => all)
          .sort((a, b) => a.at - b.at || (a.change.id < b.change.id ? -1 : 1)),
      ]),
  );
  const times = index.units.flatMap(({ candidateEvents: all }) => all).map(({ at }) => at);
  const span = times.reduce((a, b) => Math.max(a, b), 0) - times.reduce((a, b) => Math.min(a, b), times[0] ?? 0);

  /** Maps each service name in a change to the path or title that contains it; paths first, as they show ownership. */
  function findKeys(unit: ChangeUnit): Map<string, string> {
    const found = new Map<string, string>();
    for (const text of [...[...unit.paths].slice(0, pathLimit), unit.head.title.slice(0, 300)]) {
      const tokens = tokensOf(text);
      tokens.forEach((token, at) => {
        if (!starts.has(token)) return;
        for (let length = 1; length <= longest; length += 1) {
          const key = tokens.slice(at, at + length).join(' ');
          if (keys.has(key) && !found.has(key)) found.set(key, text);
        }
      });
    }
    return found;
  }

  return {
    find(service, unit) {
      for (const key of keysOf.get(service) ?? []) {
        const where = candidateEvents.has(key) ? whereOf.get(key)?.get(unit.key) : undefined;
        if (where !== undefined) return where;
      }
      return null;
    },
    isNamed: (service) => (keysOf.get(service) ?? []).some((key) => candidateEvents.has(key)),
    between(service, from, to, limit) {
      const own = (keysOf.get(service) ?? []).flatMap((key) =>
        sliceCandidateEvents(candidateEvents.get(key) ?? [], from, to, limit),
      );
      return [...new Set(own)].sort((a, b) => b.at - a.at).slice(0, limit);
    },
    // Adds a week (168 hours) to the observed time, so that few changes in a short time do not count as a high rate.
    rateOf(service) {
      const named = (keysOf.get(service) ?? []).reduce((sum, key) => sum + (units.get(key)?.length ?? 0), 0);
      return (named + 1) / (span / hourInMs + 168);
    },
  };
}

/** Returns a service's normalised name without additions in brackets, such as "(prod)" in `Checkout (prod)`. */
function keyOfName(service: string): string {
  return tokensOf(service.slice(0, 200).replace(/[([][^)\]]{0,60}[)\]]/gu, ' ')).join(' ');
}

function tokensOf(text: string): readonly string[] {
  return listAlphanumericRuns(splitCamelCase(text.slice(0, 500)));
}
