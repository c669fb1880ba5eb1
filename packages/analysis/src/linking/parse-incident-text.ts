import { type Failure, hasTimeOfDay, latestTimeOf } from '@refrain/domain';
import type { RepositoryAffinity } from '../catalogue/repository-affinity.ts';
import { listInformativeWords } from '../text/words.ts';
import type { ChangeIndex } from './change-index.ts';
import { type IncidentStatements, readIncidentStatements } from './incident-statements.ts';
import { findNamedChanges, type NamedChange } from './named-changes.ts';
import { findTickets } from './tickets.ts';

/** An incident with its text parsed once for linking. */
export interface ParsedIncident {
  readonly failure: Failure;
  /** Whether the incident has a time of day. If not, only changes that the text names can be its cause. */
  readonly isTimed: boolean;
  /** Latest possible start of the incident, in ms since 1970. */
  readonly start: number;
  /** End in ms since 1970. Null while the incident is open, and if it has no time of day. */
  readonly end: number | null;
  /** Words of title, text and paths without the incident's service names, which already count as a location signal. */
  readonly words: ReadonlySet<string>;
  /** Words of the title and of the service names, used to search for changes in all repositories. */
  readonly titleWords: ReadonlySet<string>;
  readonly named: readonly NamedChange[];
  readonly tickets: ReadonlySet<string>;
  readonly wording: IncidentStatements;
}

export function parseIncidentText(
  failure: Failure,
  affinitiesOf: (service: string) => readonly RepositoryAffinity[],
  index: ChangeIndex,
): ParsedIncident {
  const repositories = [
    ...(failure.repository === null ? [] : [failure.repository]),
    ...failure.services.flatMap((service) => affinitiesOf(service).map(({ repository }) => repository)),
  ];
  const named = findNamedChanges(failure, repositories, index);
  const names = listInformativeWords(failure.services.join(' '));
  const allWords = listInformativeWords(`${failure.title} ${failure.text} ${failure.paths.join(' ')}`);
  const isTimed = hasTimeOfDay(failure.precision);
  // If only the day or month is known, its end is used, since a named change may have landed at any time within it.
  const start = latestTimeOf(failure.occurredAt, failure.precision);
  return {
    failure,
    isTimed,
    start,
    end: failure.resolvedAt === null || !isTimed ? null : Date.parse(failure.resolvedAt),
    words: new Set([...allWords].filter((word) => !names.has(word))),
    titleWords: listInformativeWords(`${failure.title} ${failure.services.join(' ')}`),
    named,
    tickets: findTickets(`${failure.title}\n${failure.text}`),
    wording: readIncidentStatements(failure, named, start),
  };
}
