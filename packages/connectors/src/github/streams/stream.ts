import { AppError, type ConnectionScope } from '@refrain/domain';
import type { ExistingItemsPage, ExistingItemsRequest, Page, PageRequest } from '../../contract/failure-source.ts';
import type { GitHubClient } from '../client/client.ts';

export const streamKinds = ['commits', 'deployments', 'issues', 'postmortems', 'pulls', 'runs'] as const;
export type StreamKind = (typeof streamKinds)[number];

export interface StreamReaderOptions {
  readonly client: GitHubClient;
  /** `owner/name`. A former name also works, since GitHub redirects. */
  readonly repository: string;
  readonly scope: ConnectionScope;
  /** `fetch` for files that GitHub stores on other hosts. Its requests never contain the token. */
  readonly download: typeof fetch;
  readonly signal: AbortSignal;
}

export interface StreamReader {
  pull(context: StreamReaderOptions, request: PageRequest): Promise<Page>;
  listExisting(context: StreamReaderOptions, request: ExistingItemsRequest): Promise<ExistingItemsPage>;
}

const streamName = new RegExp(`^(${streamKinds.join('|')}):([\\w.-]{1,100}/[\\w.-]{1,100})$`, 'u');

/** Parses a stream name such as `pulls:acme/api`. Throws `invalid_input` for any other name. */
export function parseStream(stream: string): { readonly kind: StreamKind; readonly repository: string } {
  const match = streamName.exec(stream);
  if (!match?.[2]) throw new AppError('invalid_input', `"${stream.slice(0, 200)}" is not the name of a GitHub stream`);
  return { kind: match[1] as StreamKind, repository: match[2] };
}
