import {
  type Change,
  type ChangeAssessment,
  type Correction,
  type Episode,
  type Failure,
  hasTimeOfDay,
  isUndecided,
  type Link,
  type ServiceDependency,
} from '@refrain/domain';
import type { DecidedPair } from '../catalogue/affinity.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import { applyDecisions } from './apply-decisions.ts';
import { createChangeIndex } from './change-index.ts';
import { indexDecisions } from './decisions.ts';
import { createShipmentFinder } from './find-shipments.ts';
import { findUnitOfFailure } from './find-unit-of-failure.ts';
import { joinCascades } from './join-cascades.ts';
import { joinEpisodes } from './join-episodes.ts';
import { joinOutages } from './join-outages.ts';
import { linkIncidents } from './link-incidents.ts';
import { linkOwnChanges } from './link-own-changes.ts';
import { removeReportForms } from './remove-report-forms.ts';
import { indexReverts } from './revert-index.ts';

export interface LinkingInput {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly corrections: readonly Correction[];
  /** People's decisions about which repository belongs to which service. */
  readonly catalogue?: readonly DecidedPair[];
  readonly dependencies?: readonly ServiceDependency[];
}

export interface Linking {
  readonly links: Link[];
  readonly episodes: Episode[];
  /** One assessment per incident that counts as a failure, in chronological order. */
  readonly changeAssessments: readonly ChangeAssessment[];
}

/** Links failures to causes and resolutions, joins failures of one event, and assesses each incident's cause. */
export function linkFailures({
  failures,
  changes,
  corrections,
  catalogue = [],
  dependencies = [],
}: LinkingInput): Linking {
  const decisions = indexDecisions(corrections);
  const sorted = sortByTime(failures);
  const known = sorted.filter(({ id }) => !decisions.notFailures.has(id));
  const counted = known.filter(({ isFailure }) => isFailure);
  const index = createChangeIndex(changes);
  const reverts = indexReverts(known, index);
  const shipments = createShipmentFinder(changes, index);
  const linkOwn = (some: readonly Failure[]) => linkOwnChanges(some, index, shipments, decisions);
  const own = linkOwn(counted.filter(({ kind }) => kind !== 'incident'));
  const incidents = counted.filter(({ kind }) => kind === 'incident');
  const timed = incidents.filter(({ precision }) => hasTimeOfDay(precision));
  const together = [...joinOutages(timed), ...joinCascades(timed)];
  const withoutForms = removeReportForms(incidents);
  const linkedIncidents = linkIncidents({
    incidents: withoutForms,
    jointIncidents: together,
    index,
    reverts,
    decisions,
    catalogue,
    dependencies,
  });
  const harmful = new Set([...own.causes, ...linkedIncidents.causes].map(([, { unit }]) => unit.key));
  // An unclear revert counts if the reverted change is known to have broken something.
  const answeringReverts = known.filter(
    (failure) => isUndecided(failure) && harmful.has(findUnitOfFailure(failure, index)?.key ?? ''),
  );
  const causes = new Map([...own.causes, ...linkedIncidents.causes, ...linkOwn(answeringReverts).causes]);
  const joined = joinEpisodes({
    failures: sorted,
    known,
    counted: sortByTime([...counted, ...answeringReverts]),
    jointIncidents: together,
    causes,
    namedBy: linkedIncidents.namedBy,
    index,
    reverts,
    decisions,
  });
  return {
    links: applyDecisions(
      [...own.links, ...linkedIncidents.links, ...joined.links],
      decisions,
      new Set(sorted.map(({ id }) => id)),
    ),
    episodes: joined.episodes,
    changeAssessments: linkedIncidents.answers,
  };
}
