export type { ArchiveOptions, ArchiveRow } from './archive/source.ts';
export { readArchive } from './archive/source.ts';
export type { ConnectionAddress, IssueTrackerAddress, SourceOptions } from './create-source.ts';
export { createIssueTracker, createSource } from './create-source.ts';
export type {
  EnsuredWebhook,
  ExistingItem,
  ExistingPage,
  ExistingRequest,
  FailureSource,
  Observed,
  Page,
  PullRequest,
  WantedWebhook,
} from './failure-source.ts';
export type { IssueTracker } from './issue-tracker.ts';
export { listPeople } from './list-people.ts';
export { readRecord } from './read-record.ts';
export { receiveWebhook } from './receive-webhook.ts';
export type { RequestCost, RequestLimits } from './request-limits.ts';
export { scrubObserved } from './scrub/scrub-observed.ts';
export type { WebhookDelivery } from './webhook-delivery.ts';
