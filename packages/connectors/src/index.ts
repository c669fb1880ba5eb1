export type { ArchiveOptions, ArchiveRow } from './archive/source.ts';
export { readArchive } from './archive/source.ts';
export type { ConnectionAddress, IssueTrackerAddress, SourceOptions } from './create-source.ts';
export { createIssueTracker, createSource } from './create-source.ts';
export type { FailureSource, Observed, Page, PullRequest } from './failure-source.ts';
export type { IssueTracker } from './issue-tracker.ts';
export { readRecord } from './read-record.ts';
export { receiveWebhook } from './receive-webhook.ts';
export type { WebhookDelivery } from './webhook-delivery.ts';
