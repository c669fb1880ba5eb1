export type { ArchiveOptions, ArchiveRow } from './archive/source.ts';
export { readArchive } from './archive/source.ts';
export { readCatalogueFile } from './catalogue/read-catalogue-file.ts';
export { writeCatalogInfo } from './catalogue/write-catalog-info.ts';
export { createConnectField } from './contract/create-connect-field.ts';
export type {
  CatalogueText,
  DesiredWebhook,
  EnsuredWebhook,
  ExistingItem,
  ExistingItemsPage,
  ExistingItemsRequest,
  FailureSource,
  Page,
  PageRequest,
  ParsedPayload,
  RepositoryOrService,
} from './contract/failure-source.ts';
export type { IncidentAlertText } from './contract/incident-alert-text.ts';
export type { IncidentNotes, NewIncidentNote } from './contract/incident-notes.ts';
export type { IssueTracker, NewComment, RepositorySettings } from './contract/issue-tracker.ts';
export type { ConnectCommandText, ProviderEntry } from './contract/provider-entry.ts';
export type { AccountAddress, ConnectionAddress, ProviderOptions } from './contract/provider-options.ts';
export type { CheckLocation, PullChecks } from './contract/pull-checks.ts';
export type { GitHubAppDraft, RegisteredApp } from './github/access/app.ts';
export {
  createGitHubAppManifest,
  exchangeManifestCode,
  findGitHubWebUrl,
  listAppInstallations,
} from './github/access/app.ts';
export type { Installation } from './github/access/installations.ts';
export type { GitHubPerson } from './github/access/person.ts';
export { findGitHubPerson } from './github/access/person.ts';
export { publicGitHubApi } from './github/client/client.ts';
export type { OutboundConnections } from './outbound/open-outbound-connections.ts';
export { openOutboundConnections } from './outbound/open-outbound-connections.ts';
export { listPeople } from './people/list-people.ts';
export { hideNamesInProse } from './people/names-in-prose.ts';
export { matchesAnyPattern } from './records/match-glob.ts';
export { describeImplausibleDate, keepPlausibleDates } from './records/plausible-dates.ts';
export type { ProviderAccess, ProviderAccessOptions } from './registry/create-provider-access.ts';
export { createProviderAccess, createProviderSource } from './registry/create-provider-access.ts';
export type { ProviderRegistry } from './registry/create-registry.ts';
export { createProviderRegistry } from './registry/create-registry.ts';
export { providers } from './registry/providers.ts';
export type { RequestLimits } from './requests/request-limits.ts';
export { scrubParsedPayload } from './scrub/scrub-parsed-payload.ts';
export { describeJsonExcess } from './webhooks/json-limits.ts';
export type { WebhookDelivery } from './webhooks/webhook-delivery.ts';
export type { WriteLog } from './writes/write-log.ts';
export { isWriteRefused } from './writes/write-log.ts';
