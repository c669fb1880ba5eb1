import type { Change, FailureDraft } from '@refrain/domain';
import { sortChangesByExternalId } from '../reverts/commit-records.ts';
import type { RevisionPeriod } from './environment-history.ts';

/** Suffix of the external id of a detected rollback, which consists of the deployment's external id and this suffix. */
export const rollbackIdSuffix = '/rolled-back';
const maxTextLength = 20_000;

/** @param changes the pull request and the commit that `rollback.failed` deployed; may be empty */
export function describeRollback(rollback: Rollback, changes: readonly Change[]): FailureDraft {
  const own = sortChangesByExternalId(changes);
  const {
    repository,
    environment,
    failed,
    rolledBackRun: current,
    restoring: back,
    restored: before,
    confidence,
  } = rollback;
  const environmentName = environment ?? 'an unnamed environment';
  const work = own.find(({ kind }) => kind === 'merged_pull_request') ?? own[0];
  const name = work === undefined ? shortSha(failed) : `${shortSha(failed)} (${work.title})`;
  const later =
    current.sha === failed.sha?.toLowerCase() ? '' : `, the first of those up to ${current.sha.slice(0, 12)},`;
  const sentences = [
    `${environmentName} went back from ${name}${later} to ${shortSha(back)}, which it had run before.`,
    `${shortSha(before)} had been deployed on ${before.occurredAt}, ${shortSha(failed)} on ${failed.occurredAt}; it was taken back on ${back.occurredAt}.`,
    back.text,
    ...own.flatMap(({ title, text }) => [title, text]),
  ];
  return {
    kind: 'failed_deployment',
    externalId: `${failed.externalId}${rollbackIdSuffix}`,
    title: `Deployment of ${work?.title || shortSha(failed)} to ${environmentName} was rolled back`,
    text: [...new Set(sentences.filter((part) => part !== ''))].join('\n\n').slice(0, maxTextLength),
    services: [],
    repository,
    environment,
    paths: [...new Set(own.flatMap(({ paths }) => paths))].sort(),
    sha: failed.sha,
    occurredAt: failed.occurredAt,
    resolvedAt: back.occurredAt,
    precision: 'instant',
    timing: null,
    severity: null,
    urgency: null,
    responders: null,
    references: [],
    url: failed.url,
    // The version need not increase, since the result of a later detection replaces that of an earlier one anyway.
    version: failed.occurredAt,
    isFailure: true,
    confidence,
  };
}

function shortSha({ sha }: Change): string {
  return (sha ?? '').slice(0, 12);
}

/** The return of an environment to a revision that it had run earlier. */
export interface Rollback {
  readonly repository: string;
  readonly environment: string | null;
  /** The first deployment after the restored revision. The rollback removed its changes and all later ones. */
  readonly failed: Change;
  /** The period in which the environment ran the revision that was rolled back. */
  readonly rolledBackRun: RevisionPeriod;
  /** The deployment that restored the revision. */
  readonly restoring: Change;
  /** The earlier deployment of the revision that was restored. */
  readonly restored: Change;
  readonly confidence: number;
}
