import type { Outbound, ProviderAccess } from '@refrain/connectors';
import type { AppError } from '@refrain/domain';
import type { OpenProducer, RequestCounter } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { RequestHandler } from 'express';
import type { SignInProvider } from './access/sign-in/sign-in-provider.ts';
import type { CatalogueThread } from './catalogue/catalogue-thread.ts';
import type { RequestLimits } from './http/limits/limit-settings.ts';
import type { RequestRecord } from './http/requests/watch-requests.ts';
import type { MapCache } from './measurement/map-cache.ts';
import type { FailureIndex } from './search/failure-index.ts';
import type { WordingThread } from './search/wording-thread.ts';

/** What the routes work with; built in `main.ts`. */
export interface ApiDeps {
  readonly store: Store;
  readonly producer: OpenProducer;
  /** What a search asks. */
  readonly index: Pick<FailureIndex, 'search' | 'findResolutions' | 'progress'>;
  readonly maps: Pick<MapCache, 'find'>;
  readonly wording: Pick<WordingThread, 'check'>;
  readonly catalogue: Pick<CatalogueThread, 'read'>;
  readonly createSource: ProviderAccess['createSource'];
  readonly readOpening: ProviderAccess['readOpening'];
  readonly listPagedServices: ProviderAccess['listPagedServices'];
  /** Where this API is reached from outside, without a slash at its end. */
  readonly publicUrl: () => string;
  readonly pageDir: string;
  /** Told of each request once it was answered. */
  readonly onResponse: (request: RequestRecord) => void;
  /** The providers of identities by which people sign in. */
  readonly signInProviders: readonly SignInProvider[];
  /** Whether people can also sign in by links. */
  readonly allowsSignInLinks: boolean;
  readonly outbound: Outbound;
  readonly sendMessage: ProviderAccess['sendMessage'];
  /** Counts requests for all API processes. */
  readonly counter: RequestCounter;
  readonly requestLimits: RequestLimits;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Sees every request first. */
  readonly logRequests: RequestHandler;
  readonly onError: (error: AppError) => void;
}
