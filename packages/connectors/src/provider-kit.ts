export { connectField } from './contract/connect-field.ts';
export type {
  ExistingItem,
  FailureSource,
  InScope,
  Page,
  PageRequest,
  ParsedPayload,
} from './contract/failure-source.ts';
export { makeOlderThanPulled } from './contract/failure-source.ts';
export type { AccountSupport, ProviderEntry, StoredRecord, WebhookSupport } from './contract/provider-entry.ts';
export type { ConnectionAddress, ProviderOptions } from './contract/provider-options.ts';
export { assignRoles } from './people/people.ts';
export { digestOf } from './records/delivery-key.ts';
export { inScope } from './records/match-glob.ts';
export { joinParts, plainText, plainTitle } from './records/plain-text.ts';
export {
  createNotJsonError,
  createUnexpectedFormError,
  errorFromNoResponse,
  errorFromResponse,
  parseBaseUrl,
} from './requests/provider-error.ts';
export { respondedAt } from './requests/responded-at.ts';
export { isSignedBy, signatureInvalid } from './webhooks/signature.ts';
export { eventName, parseBody } from './webhooks/webhook-event.ts';
export { performWebhookWrite } from './writes/webhook-write.ts';
export type { WriteLog } from './writes/write-log.ts';
