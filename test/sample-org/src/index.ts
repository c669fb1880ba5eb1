export { findNextWorkingTime } from './calendar.ts';
export type { CompanyService } from './company.ts';
export { nonServiceRepositories, organisationName, services } from './company.ts';
export type { EpisodePlan, EpisodeSpec } from './episode-plan.ts';
export { planEpisode } from './episode-plan.ts';
export type { OrganisationSize } from './generate-organisation.ts';
export { generateOrganisation } from './generate-organisation.ts';
export type { TrueRevert } from './list-true-reverts.ts';
export { listTrueReverts } from './list-true-reverts.ts';
export { planOrdinaryChanges } from './ordinary-changes-plan.ts';
export type { Person } from './people.ts';
export { people } from './people.ts';
export type { IncidentPlan, PlannedChange, PlannedCommit, PlannedDeployment, WrittenChange } from './planned-change.ts';
export type { PostMortem } from './post-mortems.ts';
export type { RandomStream } from './random-stream.ts';
export { createRandomStream, createSha } from './random-stream.ts';
export type { RevertTarget } from './revert-text.ts';
export { writeRevert } from './revert-text.ts';
export type { Shape, Theme } from './theme.ts';
export { oneOffThemes, recurringThemes } from './themes/all.ts';
export type {
  ChangeRef,
  FailureRef,
  PlannedRevertKind,
  TrueEpisode,
  TrueFailedDeployment,
  TruePattern,
  Truth,
} from './truth.ts';
export type { UnusedTexts } from './write-organisation.ts';
export { writeOrganisation } from './write-organisation.ts';
