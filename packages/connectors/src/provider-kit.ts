export type {
  FailureSource,
  Page,
  ParsedPayload,
  ProviderItem,
  RepositoryOrService,
  StreamPageRequest,
} from './contract/failure-source.ts';
export { lowerEventVersions } from './contract/failure-source.ts';
export type { AccountSupport, ProviderEntry, StoredRecord, WebhookSupport } from './contract/provider-entry.ts';
export { createConnectFormField } from './contract/provider-entry.ts';
export type { ConnectionLocator, ProviderOptions } from './contract/provider-options.ts';
export { mapNamesToRoles } from './people/people.ts';
export { createFailureDraft } from './records/create-drafts.ts';
export { createShortHash } from './records/delivery-key.ts';
export { matchesAnyPattern } from './records/match-glob.ts';
export { joinTextParts, toPlainText, toPlainTitle } from './records/to-plain-text.ts';
export {
  createNoResponseError,
  createNotJsonError,
  createResponseError,
  createUnexpectedFormatError,
  parseBaseUrl,
} from './requests/provider-error.ts';
export { readResponseTime } from './requests/read-response-time.ts';
export {
  createInvalidSignatureError,
  hasValidSignature,
  parseEventName,
  parseWebhookBody,
} from './webhooks/webhook-event.ts';
export { performWebhookWrite } from './writes/webhook-write.ts';
export type { WriteLog } from './writes/write-log.ts';
