import {
  type Change,
  type ChangeAssessment,
  type Correction,
  type Episode,
  type Failure,
  hasTimeOfDay,
  isUndecidedRevert,
  type Link,
  type ServiceDependency,
} from '@refrain/domain';
import type { DecidedCatalogueEntry } from '../catalogue/repository-affinity.ts';
import { sortByTime } from '../collections/sort-by-time.ts';
import { removeTemplateLines } from '../text/remove-template-lines.ts';
import { createChangeIndex } from './change-index.ts';
import { createIncidentTextComparer } from './compare-incident-texts.ts';
import { findChangeOfFailure } from './find-change-of-failure.ts';
import { createShipmentFinder } from './find-shipments.ts';
import { joinCascadingIncidents } from './join-cascading-incidents.ts';
import { joinFailuresToEpisodes } from './join-failures-to-episodes.ts';
import { joinFollowUpReports } from './join-follow-up-reports.ts';
import { joinOutageNotices } from './join-outage-notices.ts';
import { joinRepeatedReports } from './join-repeated-reports.ts';
import { joinReportsOfOneEvent } from './join-reports-of-one-event.ts';
import { applyLinkDecisions, indexLinkDecisions } from './link-decisions.ts';
import { linkFailuresToOwnChanges } from './link-failures-to-own-changes.ts';
import { linkIncidents } from './link-incidents.ts';
import { indexReverts } from './revert-index.ts';
import { joinIncidentsOfOneService } from './same-episode.ts';

export interface LinkingInput {
  readonly failures: readonly Failure[];
  readonly changes: readonly Change[];
  readonly corrections: readonly Correction[];
  readonly catalogue?: readonly DecidedCatalogueEntry[];
  readonly dependencies?: readonly ServiceDependency[];
}

export interface LinkingResult {
  readonly links: Link[];
  readonly episodes: Episode[];
  /** One assessment per incident that counts as a failure, in chronological order. */
  readonly changeAssessments: readonly ChangeAssessment[];
}

export function linkFailures({
  failures,
  changes,
  corrections,
  catalogue = [],
  dependencies = [],
}: LinkingInput): LinkingResult {
  const decisions = indexLinkDecisions(corrections);
  const sorted = sortByTime(failures);
  const known = sorted.filter(({ id }) => !decisions.notFailures.has(id));
  const counted = known.filter(({ isFailure }) => isFailure);
  const index = createChangeIndex(changes);
  const reverts = indexReverts(known, index);
  const findShipments = createShipmentFinder(changes, index);
  const linkOwn = (some: readonly Failure[]) =>
    linkFailuresToOwnChanges(some, index, reverts, findShipments, decisions);
  const own = linkOwn(counted.filter(({ kind }) => kind !== 'incident'));
  const incidents = counted.filter(({ kind }) => kind === 'incident');
  const timed = incidents.filter(({ precision }) => hasTimeOfDay(precision));
  const compareTexts = createIncidentTextComparer(incidents);
  const together = [...joinOutageNotices(timed), ...joinCascadingIncidents(timed, compareTexts)];
  const ofOneService = joinIncidentsOfOneService(timed).filter(
    ({ earlier, later }) => !compareTexts(earlier, later).areUnrelated,
  );
  const reportedTwice = [
    ...joinRepeatedReports(incidents),
    ...joinReportsOfOneEvent(incidents),
    ...joinFollowUpReports(incidents),
  ];
  const withoutForms = removeTemplateLines(incidents);
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
  // An unclear revert counts as a failure if the reverted change is known to have broken something.
  const answeringReverts = known.filter(
    (failure) => isUndecidedRevert(failure) && harmful.has(findChangeOfFailure(failure, index)?.key ?? ''),
  );
  const causes = new Map([...own.causes, ...linkedIncidents.causes, ...linkOwn(answeringReverts).causes]);
  const joined = joinFailuresToEpisodes({
    failures: sorted,
    known,
    counted: sortByTime([...counted, ...answeringReverts]),
    jointIncidents: [...ofOneService, ...together, ...reportedTwice],
    incidentLinks: linkedIncidents.links,
    causes,
    namedBy: linkedIncidents.namedBy,
    index,
    reverts,
    decisions,
  });
  return {
    links: applyLinkDecisions(
      [...own.links, ...linkedIncidents.links, ...joined.links],
      decisions,
      new Set(sorted.map(({ id }) => id)),
    ),
    episodes: joined.episodes,
    changeAssessments: linkedIncidents.answers,
  };
}
