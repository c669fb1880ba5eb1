import { AppError } from '@refrain/domain';
import type { ProviderEntry } from '../contract/provider-entry.ts';
import { findChangedPullRequest, findCheckRerunRequest, findUnhelpfulCheck } from './checks/check-events.ts';
import { createGitHubCheckWriter } from './checks/pull-checks.ts';
import { publicGitHubApiUrl } from './client/client.ts';
import { gitHubConnectCommandText } from './command-text.ts';
import { gitHubDescriptor } from './descriptor.ts';
import { createGitHubIssueTracker } from './issues/issue-tracker.ts';
import { readGitHubRecord } from './records/read-record.ts';
import { gitHubRateLimitRules } from './request-rules.ts';
import { createGitHubSource } from './source.ts';
import {
  findRepositoryOfEvent,
  isRecordOfAccount,
  listStaleIssues,
  listStaleStreams,
} from './webhooks/stored-events.ts';
import { receiveGitHubWebhook } from './webhooks/webhook.ts';

export const gitHubProvider: ProviderEntry = {
  descriptor: gitHubDescriptor,
  commandText: gitHubConnectCommandText,
  limits: gitHubRateLimitRules,
  readRecord: readGitHubRecord,
  recordKeyOf: ({ externalId }) => formatDeliveryKey(externalId),
  account: {
    resolve({ account, baseUrl }) {
      if (account !== null) return { account, baseUrl: baseUrl ?? publicGitHubApiUrl };
      throw new AppError('invalid_input', 'A GitHub connection needs an `account`: the organisation or user.');
    },
    createSource: createGitHubSource,
    streamOf: ({ name }) => `commits:${name}`,
    // Verifying 500 repositories takes about 25 requests, so it is done rarely. Most problems also show in syncs.
    isCostlyToVerify: true,
  },
  webhooks: {
    // GitHub's limit for the body of a webhook delivery.
    maxBytes: 25 * 1024 * 1024,
    receive: receiveGitHubWebhook,
    listStaleStreams,
    coversAllStreams: true,
    isOfAccount: isRecordOfAccount,
    findMember: findRepositoryOfEvent,
  },
  issues: { createTracker: createGitHubIssueTracker, listStaleIssues },
  checks: {
    createChecks: createGitHubCheckWriter,
    findChangedPull: findChangedPullRequest,
    findUnhelpfulCheck,
    findRerequest: findCheckRerunRequest,
  },
};

const identity = /^(?<repository>[^#@]+)(?:@(?<sha>.+)|#(?:(?<word>[a-z]+)\/)?(?<id>.+))$/su;

/** Returns `pull/acme/api/12` for `acme/api#12`, `run/acme/api/8` for `acme/api#run/8`, and any other id unchanged. */
function formatDeliveryKey(externalId: string): string {
  const { repository, sha, word = 'pull', id } = identity.exec(externalId)?.groups ?? {};
  if (repository === undefined) return externalId;
  return sha === undefined
    ? `${word === 'postmortem' ? 'file' : word}/${repository}/${id}`
    : `commit/${repository}/${sha}`;
}
