import type { ProviderAccess } from '@refrain/connectors';
import type { AppError } from '@refrain/domain';
import type { OpenProducer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import type { RequestHandler } from 'express';
import type { KeptMaps } from './map/keep-maps.ts';
import type { AnsweredRequest } from './requests/watch-requests.ts';
import type { KeptIndex } from './search/keep-index.ts';

/** What the routes work with; built in `main.ts`. */
export interface ApiDeps {
  readonly store: Store;
  readonly producer: OpenProducer;
  /** What a search asks. */
  readonly index: Pick<KeptIndex, 'search' | 'progress'>;
  readonly maps: Pick<KeptMaps, 'find'>;
  readonly createSource: ProviderAccess['createSource'];
  readonly readOpening: ProviderAccess['readOpening'];
  /** Where this API is reached from outside, without a slash at its end. */
  readonly publicUrl: () => string;
  readonly pageDir: string;
  /** Whether subscriptions may be sent to this machine itself, in plain http too. */
  readonly allowsLoopback: boolean;
  /** Told of each request once it was answered. */
  readonly onAnswered: (request: AnsweredRequest) => void;
  /** Sees every request first. */
  readonly logRequests: RequestHandler;
  readonly onError: (error: AppError) => void;
}
