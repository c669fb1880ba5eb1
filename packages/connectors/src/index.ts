export type { ArchiveOptions, ArchiveRow } from './archive/source.ts';
export { readArchive } from './archive/source.ts';
export { readCatalogueFile } from './catalogue/read-catalogue-file.ts';
export { writeCatalogInfo } from './catalogue/write-catalog-info.ts';
export type { AccessOptions, ConnectionAddress, ProviderAccess, SourceOptions } from './create-source.ts';
export { createProviderAccess, createSource } from './create-source.ts';
export { parsePagerDutyCredential } from './credential.ts';
export type {
  CatalogueText,
  EnsuredWebhook,
  ExistingItem,
  ExistingPage,
  ExistingRequest,
  FailureSource,
  InScope,
  Observed,
  Page,
  PageRequest,
  WantedWebhook,
} from './failure-source.ts';
export type { RegisteredApp, WantedApp } from './github/app.ts';
export { convertManifest, findInstallations, githubAppManifest, githubWebUrl } from './github/app.ts';
export { readAskedAgain, readChangedPull, readCheckAnswer } from './github/checks/check-answers.ts';
export { publicGitHub } from './github/client.ts';
export type { Installation } from './github/installations.ts';
export type { GitHubPerson } from './github/person.ts';
export { findGitHubPerson } from './github/person.ts';
export type { IncidentNotes, WantedNote } from './incident-notes.ts';
export type { IncidentOpening } from './incident-opening.ts';
export { isOfAccount } from './is-of-account.ts';
export type { IssueTracker, RepositorySettings, WantedComment } from './issue-tracker.ts';
export { describeJsonExcess } from './json-limits.ts';
export { listPeople } from './list-people.ts';
export { listTouchedIssues } from './list-touched-issues.ts';
export { listTouchedStreams } from './list-touched-streams.ts';
export { inScope } from './match-glob.ts';
export { namedRepository } from './named-repository.ts';
export { hideNamesInProse } from './names-in-prose.ts';
export type { Outbound } from './outbound/open-outbound.ts';
export { openOutbound } from './outbound/open-outbound.ts';
export { readTriggeredIncident } from './pagerduty/triggered-incident.ts';
export { describeImplausible, keepPlausible } from './plausible-dates.ts';
export type { CheckPlace, PullChecks } from './pull-checks.ts';
export { readRecord } from './read-record.ts';
export { receiveWebhook } from './receive-webhook.ts';
export { recordKeyOf } from './record-key.ts';
export type { RequestCost, RequestLimits } from './request-limits.ts';
export { scrubObserved } from './scrub/scrub-observed.ts';
export type { WebhookDelivery } from './webhook-delivery.ts';
export type { WriteLog } from './write-log.ts';
export { isRefusal } from './write-log.ts';
