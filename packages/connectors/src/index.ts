export type { ArchiveFile } from './archive/archive-file.ts';
export { createProblemGroups } from './archive/group-problems.ts';
export { pageAdvice } from './archive/import-advice.ts';
export { inspectColumns, mapGuessedColumns } from './archive/inspect-columns.ts';
export { parseColumnMap } from './archive/parse-column-map.ts';
export { readArchiveStart } from './archive/read-record.ts';
export { readUploadedFile } from './archive/read-uploaded-file.ts';
export { createRejectedRows } from './archive/rejected-rows.ts';
export { ArchiveIncident } from './archive/schema.ts';
export type { ArchiveOptions, ArchiveRow, SkippedRow } from './archive/source.ts';
export { readArchive, readArchiveRows } from './archive/source.ts';
export { formatCatalogInfo } from './catalogue/format-catalog-info.ts';
export { readCatalogueFile } from './catalogue/read-catalogue-file.ts';
export type {
  CatalogueFile,
  DesiredWebhook,
  EnsuredWebhook,
  FailureSource,
  Page,
  ParsedPayload,
  ProviderItem,
  ProviderItemsPage,
  ProviderItemsRequest,
  RepositoryOrService,
  StreamPageRequest,
} from './contract/failure-source.ts';
export type { IncidentNoteWriter, NewIncidentNote } from './contract/incident-note-writer.ts';
export type { IssueTracker, NewIssueComment, RepositorySettings } from './contract/issue-tracker.ts';
export { describeMissingIssue } from './contract/issue-tracker.ts';
export type { ConnectCommandText, ProviderEntry } from './contract/provider-entry.ts';
export { createConnectFormField } from './contract/provider-entry.ts';
export type { AccountLocator, ConnectionLocator, ProviderOptions } from './contract/provider-options.ts';
export type { CheckRunLocation, PullRequestCheckWriter } from './contract/pull-request-check-writer.ts';
export type { GitHubAppDraft, GitHubAppInstallation, RegisteredApp } from './github/access/app.ts';
export {
  createGitHubAppManifest,
  exchangeManifestCode,
  findGitHubWebUrl,
  listAppInstallations,
} from './github/access/app.ts';
export type { GitHubPerson } from './github/access/person.ts';
export { findGitHubPerson } from './github/access/person.ts';
export { publicGitHubApiUrl } from './github/client/client.ts';
export { reduceActionsLog } from './github/logs/reduce-actions-log.ts';
export type { OutboundConnections } from './outbound/open-outbound-connections.ts';
export { openOutboundConnections } from './outbound/open-outbound-connections.ts';
export { listNamesOfPeople } from './people/list-names-of-people.ts';
export { redactNamesInProse } from './people/names-in-prose.ts';
export { matchesAnyPattern } from './records/match-glob.ts';
export { describeImplausibleDate, dropImplausibleDates } from './records/plausible-dates.ts';
export type { ProviderAccess, ProviderAccessOptions } from './registry/create-provider-access.ts';
export { createProviderAccess, createProviderSource } from './registry/create-provider-access.ts';
export type { ProviderRegistry } from './registry/create-registry.ts';
export { createProviderRegistry } from './registry/create-registry.ts';
export { providers } from './registry/providers.ts';
export type { RequestLimits } from './requests/request-limits.ts';
export { scrubParsedPayload } from './scrub/scrub-parsed-payload.ts';
export { describeExceededJsonLimit } from './webhooks/json-limits.ts';
export type { WebhookDelivery } from './webhooks/webhook-event.ts';
export type { WriteLog } from './writes/write-log.ts';
export { isWriteRefused } from './writes/write-log.ts';
