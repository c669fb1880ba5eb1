import { type Failure, hasTimeOfDay, latestTimeOf } from '@refrain/domain';
import type { Affinity } from '../catalogue/affinity.ts';
import { wordsOf } from '../text/words.ts';
import type { ChangeIndex } from './change-index.ts';
import { findNamedChanges, type NamedChange } from './named-changes.ts';
import { findTickets } from './tickets.ts';
import { readWording, type Wording } from './wording.ts';

/** An incident prepared for linking, so that its text is parsed only once. */
export interface Incident {
  readonly failure: Failure;
  /**
   * Whether its times have a time of day. Without one no change is near it, and only changes that it names may have
   * triggered it.
   */
  readonly isTimed: boolean;
  /** Begin and end in ms since 1970; the end is null while the incident is open or if it has no time of day. */
  readonly start: number;
  readonly end: number | null;
  /** Words of the incident without the names of its services, which are a signal of location. */
  readonly words: ReadonlySet<string>;
  /** Words of its title and services, which are used to search for changes elsewhere. */
  readonly titleWords: ReadonlySet<string>;
  readonly named: readonly NamedChange[];
  readonly tickets: ReadonlySet<string>;
  readonly wording: Wording;
}

/** @param affinitiesOf returns the repositories of a service */
export function readIncident(
  failure: Failure,
  affinitiesOf: (service: string) => readonly Affinity[],
  index: ChangeIndex,
): Incident {
  const repositories = [
    ...(failure.repository === null ? [] : [failure.repository]),
    ...failure.services.flatMap((service) => affinitiesOf(service).map(({ repository }) => repository)),
  ];
  const named = findNamedChanges(failure, repositories, index);
  const names = wordsOf(failure.services.join(' '));
  const allWords = wordsOf(`${failure.title} ${failure.text} ${failure.paths.join(' ')}`);
  const isTimed = hasTimeOfDay(failure.precision);
  // Without a time of day, a named change may have landed until the end of the day or month.
  const start = latestTimeOf(failure.occurredAt, failure.precision);
  return {
    failure,
    isTimed,
    start,
    end: failure.resolvedAt === null || !isTimed ? null : Date.parse(failure.resolvedAt),
    words: new Set([...allWords].filter((word) => !names.has(word))),
    titleWords: wordsOf(`${failure.title} ${failure.services.join(' ')}`),
    named,
    tickets: findTickets(`${failure.title}\n${failure.text}`),
    wording: readWording(failure, named, start),
  };
}
