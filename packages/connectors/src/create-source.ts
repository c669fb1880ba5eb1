import type { Provider } from '@refrain/domain';
import { AppError } from '@refrain/domain';
import type { FailureSource } from './failure-source.ts';
import { createGitHubIssueTracker } from './github/issue-tracker.ts';
import { createGitHubSource } from './github/source.ts';
import type { IssueTracker } from './issue-tracker.ts';
import { createPagerDutySource } from './pagerduty/source.ts';
import type { RequestLimits } from './request-limits.ts';

export interface ConnectionAddress {
  readonly provider: Provider;
  /** GitHub organisation or user; PagerDuty subdomain. */
  readonly account: string;
  /** API root; null = the provider's public one. */
  readonly baseUrl: string | null;
}

export interface IssueTrackerAddress extends ConnectionAddress {
  readonly provider: 'github';
}

export interface SourceOptions {
  readonly userAgent?: string;
  /** Transport for GitHub; PagerDuty's client brings its own. */
  readonly fetch?: typeof fetch;
  /** Milliseconds before a request that met a 5xx, a broken connection or PagerDuty's 429 is tried again. */
  readonly retryAfterMs?: number;
  /** Limits that all processes keep together; without it each process keeps its own. */
  readonly limits?: RequestLimits;
}

/**
 * The source of a connected account.
 * @param credential GitHub token or PagerDuty REST API key
 * @throws {AppError} `invalid_input` for an archive, which is read by `readArchive`, and for an address that is no http(s) URL
 */
export function createSource(
  connection: ConnectionAddress,
  credential: string,
  options: SourceOptions = {},
): FailureSource {
  switch (connection.provider) {
    case 'github':
      return createGitHubSource(connection, credential, options);
    case 'pagerduty':
      return createPagerDutySource(connection, credential, options);
    case 'archive':
      throw new AppError('invalid_input', 'An archive is not pulled from: import its files instead');
  }
}

/**
 * The issue tracker of a connected account.
 * @throws {AppError} `invalid_input` for an address that is no http(s) URL
 */
export function createIssueTracker(
  connection: IssueTrackerAddress,
  credential: string,
  options: SourceOptions = {},
): IssueTracker {
  return createGitHubIssueTracker(connection, credential, options);
}
