import type { OutboundConnections, ProviderAccess } from '@refrain/connectors';
import type { AppError } from '@refrain/domain';
import type { ProducerWithQueues, RequestCounter } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { RequestHandler } from 'express';
import type { SignInProvider } from './access/sign-in/sign-in-provider.ts';
import type { CatalogueFileParser } from './catalogue/catalogue-file-parser.ts';
import type { RequestLimits } from './http/limits/limit-settings.ts';
import type { RequestSummary } from './http/requests/observe-requests.ts';
import type { FailureMapCache } from './measurement/failure-map-cache.ts';
import type { FailureIndex } from './search/failure-index.ts';
import type { WordingChecker } from './search/wording-checker.ts';

export interface ApiDeps {
  readonly store: Store;
  readonly producer: ProducerWithQueues;
  readonly index: Pick<
    FailureIndex,
    | 'search'
    | 'correctSpelling'
    | 'chooseExcerpts'
    | 'findResolutions'
    | 'stateFailure'
    | 'listQuotableSentences'
    | 'progress'
  >;
  readonly maps: Pick<FailureMapCache, 'find'>;
  readonly wording: Pick<WordingChecker, 'check'>;
  readonly catalogue: Pick<CatalogueFileParser, 'read'>;
  readonly providers: ProviderAccess['providers'];
  readonly createSource: ProviderAccess['createSource'];
  readonly readAlertText: ProviderAccess['readAlertText'];
  readonly listServices: ProviderAccess['listServices'];
  /** Returns the public URL of the API without a trailing slash. */
  readonly publicUrl: () => string;
  readonly pageDir: string;
  readonly onResponse: (request: RequestSummary) => void;
  readonly signInProviders: readonly SignInProvider[];
  readonly allowsSignInLinks: boolean;
  readonly outbound: OutboundConnections;
  readonly sendMessage: ProviderAccess['sendMessage'];
  /** Counts the requests to all API processes together. */
  readonly counter: RequestCounter;
  readonly requestLimits: RequestLimits;
  /** IP addresses and networks of proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[];
  readonly logRequests: RequestHandler;
  readonly onError: (error: AppError) => void;
}
