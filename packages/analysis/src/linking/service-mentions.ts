import { hourInMs } from '@refrain/domain';
import { listRuns, splitHumps } from '../text/tokens.ts';
import { type CandidateEvent, type ChangeIndex, slice, type Unit } from './change-index.ts';

/** Where changes name a service, in whatever repository: settings and rules of a service often live outside of its own. */
export interface ServiceMentions {
  /** The path or title in which a change names the service; null where it does not. */
  find(service: string, unit: Unit): string | null;
  /** Whether any change names the service. */
  isNamed(service: string): boolean;
  /** Moments in [from, to] of changes that name the service, latest first, at most `limit`. */
  between(service: string, from: number, to: number, limit: number): readonly CandidateEvent[];
  /** Changes an hour that name the service. */
  rateOf(service: string): number;
}

/** A service that more than this share of all changes name has a name that is a word of everyday use. */
const commonShare = 0.05;
/** Characters that a name of one word must have: `api` or `web` name nothing. */
const minWordLength = 5;
const pathLimit = 50;

/**
 * @param services names as the provider has them
 * @param aliasesOf what else a service is called, such as its repository's name
 */
export function createServiceMentions(
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
  const units = new Map<string, Unit[]>();
  for (const unit of index.units) {
    for (const [key, where] of findKeys(unit)) {
      whereOf.set(key, (whereOf.get(key) ?? new Map<string, string>()).set(unit.key, where));
      units.set(key, [...(units.get(key) ?? []), unit]);
    }
  }
  const most = Math.max(20, index.units.length * commonShare);
  const candidateEvents = new Map(
    [...units]
      .filter(([, own]) => own.length <= most)
      .map(([key, own]) => [
        key,
        own
          .flatMap(({ candidateEvents: all }) => all)
          .sort((a, b) => a.at - b.at || (a.change.id < b.change.id ? -1 : 1)),
      ]),
  );
  const times = index.units.flatMap(({ candidateEvents: all }) => all).map(({ at }) => at);
  const span = times.reduce((a, b) => Math.max(a, b), 0) - times.reduce((a, b) => Math.min(a, b), times[0] ?? 0);

  /** Paths first: a file that is called after a service is that service's. */
  function findKeys(unit: Unit): Map<string, string> {
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
      const own = (keysOf.get(service) ?? []).flatMap((key) => slice(candidateEvents.get(key) ?? [], from, to, limit));
      return [...new Set(own)].sort((a, b) => b.at - a.at).slice(0, limit);
    },
    // A week more than was seen, as with a repository's rate.
    rateOf(service) {
      const named = (keysOf.get(service) ?? []).reduce((sum, key) => sum + (units.get(key)?.length ?? 0), 0);
      return (named + 1) / (span / hourInMs + 168);
    },
  };
}

/** A service's name without what is added in brackets: `Checkout (prod)`. */
function keyOfName(service: string): string {
  return tokensOf(service.slice(0, 200).replace(/[([][^)\]]{0,60}[)\]]/gu, ' ')).join(' ');
}

function tokensOf(text: string): readonly string[] {
  return listRuns(splitHumps(text.slice(0, 500)));
}
