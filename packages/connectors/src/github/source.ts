import type { FailureSource } from '../contract/failure-source.ts';
import type { ConnectionLocator } from '../contract/provider-options.ts';
import type { WriteLog } from '../writes/write-log.ts';
import { verifyGitHubAccount } from './access/verify.ts';
import { createGitHubClient, type GitHubOptions } from './client/client.ts';
import { listGitHubCatalogueFiles } from './repositories/text-file.ts';
import { commitReader } from './streams/commit-reader.ts';
import { deploymentReader } from './streams/deployment-reader.ts';
import { issueReader } from './streams/issue-reader.ts';
import { findRenamedStream, listConnectedRepositories, listStreams } from './streams/list-streams.ts';
import { postMortemReader } from './streams/post-mortem-reader.ts';
import { pullRequestReader } from './streams/pull-request-reader.ts';
import { workflowRunReader } from './streams/run-reader.ts';
import {
  parseGitHubStreamName,
  type StreamKind,
  type StreamReader,
  type StreamReaderOptions,
} from './streams/stream.ts';
import { createHookLoggingClient, ensureGitHubWebhook, redeliverGitHubWebhooks } from './webhooks/hooks.ts';

const readers: Readonly<Record<StreamKind, StreamReader>> = {
  commits: commitReader,
  deployments: deploymentReader,
  issues: issueReader,
  postmortems: postMortemReader,
  pulls: pullRequestReader,
  runs: workflowRunReader,
};

/**
 * A backfill takes about 200 requests per 1,000 merged pull requests, or 1,200 without GraphQL, because REST returns
 * deployment statuses one by one. A sync of an unchanged repository takes 5 requests, and 1 per selected workflow.
 * Responses without changes (304) to a valid token do not count against the hourly budget.
 */
export function createGitHubSource(
  connection: Pick<ConnectionLocator, 'account' | 'baseUrl' | 'scope'>,
  credential: string,
  options: GitHubOptions,
  log?: WriteLog,
): Required<FailureSource> {
  const { account, scope } = connection;
  const open = createGitHubClient(connection.baseUrl, credential, options);
  const download = options.download ?? options.fetch ?? fetch;
  const openStream = (stream: string, signal: AbortSignal): { reader: StreamReader; context: StreamReaderOptions } => {
    const { kind, repository } = parseGitHubStreamName(stream);
    return { reader: readers[kind], context: { client: open(signal), repository, scope, download, signal } };
  };
  return {
    provider: 'github',
    verify: (signal) => verifyGitHubAccount(open(signal), account),
    // Includes repositories with an old `pushed_at`, because edited pull requests and failed deployments do not change
    // it.
    listStreams: (wanted, signal) => listStreams(open(signal), account, wanted),
    listInScope: (wanted, known, signal) => listConnectedRepositories(open(signal), account, wanted, known),
    async pull(request, signal) {
      const { reader, context } = openStream(request.stream, signal);
      return reader.pull(context, request);
    },
    async listExisting(request, signal) {
      const { reader, context } = openStream(request.stream, signal);
      return reader.listExisting(context, request);
    },
    findMoved: (stream, signal) => findRenamedStream(open(signal), stream),
    async ensureWebhook(wanted, signal) {
      const client = log === undefined ? open(signal) : createHookLoggingClient(open(signal), log);
      return ensureGitHubWebhook(client, connection, wanted);
    },
    listCatalogueFiles: (repository, signal) => listGitHubCatalogueFiles(open(signal), repository),
    redeliver: (webhook, signal) => redeliverGitHubWebhooks(open(signal), webhook),
  };
}
