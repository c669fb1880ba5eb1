import { randomUUID } from 'node:crypto';
import {
  providers as builtIn,
  createProviderAccess,
  openOutboundConnections,
  type RequestLimits as ProviderLimits,
  type ProviderRegistry,
} from '@refrain/connectors';
import type { AppError } from '@refrain/domain';
import { createProducer, createRequestCounter } from '@refrain/jobs';
import { localAdminTokenOwner, type Store } from '@refrain/store';
import { openRawDatabaseClient, testEncryptionKey } from '@refrain/store/testing';
import { cleanUpAfterTest, openStoreUnderTest } from '@refrain/store/under-test';
import type { Express } from 'express';
import { inject } from 'vitest';
import type { ApiDeps } from '../api-deps.ts';
import { openCatalogueFileParser } from '../catalogue/catalogue-file-parser.ts';
import { createApp } from '../create-app.ts';
import type { RequestLimits } from '../http/limits/limit-settings.ts';
import { listen } from '../http/listen.ts';
import type { Descriptions } from '../http/openapi/add-descriptions.ts';
import { createOpenApiDocument } from '../http/openapi/create-open-api-document.ts';
import type { RequestSummary } from '../http/requests/observe-requests.ts';
import { createFailureMapCache } from '../measurement/failure-map-cache.ts';
import { createRoutes } from '../routes.ts';
import { createFailureIndex, type FailureIndex } from '../search/failure-index.ts';
import { openWordingChecker } from '../search/wording-checker.ts';
import { noRequestLimits } from './no-request-limits.ts';

export interface ApiUnderTest {
  readonly url: string;
  readonly app: Express;
  /** Returns the OpenAPI document with the given descriptions of fields. */
  describe(descriptions: Descriptions): object;
  readonly token: string;
  readonly deps: ApiDeps;
  /** Runs SQL on the database of the app. */
  query(statement: string): Promise<unknown>;
  readonly store: Store;
  /** The search index of the app, which is empty until `start`. */
  readonly index: FailureIndex;
  readonly errors: AppError[];
  readonly answered: RequestSummary[];
  /** Submits the form of a sign-in link like a browser. */
  signInByLink(link: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends a JSON request with the admin's token, and parses the JSON response. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
}

interface TestOptions {
  readonly providers?: ProviderRegistry;
  readonly redisUrl?: string;
  /** The public URL; by default the URL at which the app listens. */
  readonly publicUrl?: string;
  readonly pageDir?: string;
  readonly signInProviders?: ApiDeps['signInProviders'];
  /** The private networks to which messages may be sent; by default this machine. */
  readonly privateNetworks?: readonly string[];
  /** The rate limits; by default none. */
  readonly requestLimits?: Partial<RequestLimits>;
  readonly trustedProxies?: readonly string[];
  /** Whether people can sign in by links; true by default, even with identity providers. */
  readonly allowsSignInLinks?: boolean;
  /** The prefix of the queues in Redis, for a worker that shares the queues. */
  readonly queuePrefix?: string;
  /** The prefix of the request counters in Redis, for processes that share the counters. */
  readonly prefix?: string;
}

// Worker threads run the built code instead of the sources.
const threadFile = new URL('../../dist/search/index-worker.js', import.meta.url);
const mapThreadFile = new URL('../../dist/measurement/map-worker.js', import.meta.url);
const wordingThreadFile = new URL('../../dist/search/wording-worker.js', import.meta.url);
const catalogueThreadFile = new URL('../../dist/catalogue/catalogue-worker.js', import.meta.url);

/** A Redis URL at which nothing listens. */
export const unavailableRedisUrl = 'redis://127.0.0.1:9';

/** Never delays requests to providers, not even by the second that usually separates two writes. */
const noProviderLimits: ProviderLimits = { take: async () => {}, backOff: async () => 0 };

/** Starts the app with its own database and Redis prefix. Closes it after the test, or outside a test after the file. */
export async function startApiUnderTest(options: TestOptions = {}): Promise<ApiUnderTest> {
  const { store, databaseUrl } = await openStoreUnderTest();
  const database = await openRawDatabaseClient(databaseUrl);
  const prefix = options.queuePrefix ?? `api-test-${randomUUID()}`;
  const redisUrl = options.redisUrl ?? inject('redisUrl');
  const producer = createProducer({ redisUrl, prefix, ...(redisUrl === unavailableRedisUrl ? { waitMs: 300 } : {}) });
  const errors: AppError[] = [];
  const answered: RequestSummary[] = [];
  const onAway = (error: AppError) => errors.push(error);
  // Waits long for Redis. With a short timeout, a busy machine would count some requests in memory instead, and the counters in
  // Redis would not reach their limits.
  const counting = { redisUrl, prefix: options.prefix ?? prefix, responseTimeoutMs: 30_000 };
  const counter = createRequestCounter({ ...counting, onAway });
  // Lets polls of the store take up to half of the time. With the default share, a slow poll would be followed by a pause of
  // seconds.
  const often = { restMs: 50, share: { busy: 1 / 2, quiet: 1 / 2 } };
  const index = createFailureIndex({ store, onError: (error) => errors.push(error), threadFile, ...often });
  // With low priority, the thread would starve on a busy machine.
  const maps = createFailureMapCache({ databaseUrl, encryptionKey: testEncryptionKey }, mapThreadFile, 0);
  const wording = openWordingChecker(wordingThreadFile);
  const catalogue = openCatalogueFileParser(catalogueThreadFile);
  const outbound = openOutboundConnections(options.privateNetworks ?? ['loopback']);
  const deps: ApiDeps = {
    store,
    producer,
    index,
    maps,
    wording,
    catalogue,
    ...createProviderAccess({
      providers: options.providers ?? builtIn,
      outbound,
      limits: noProviderLimits,
      retryAfterMs: 1,
    }),
    outbound,
    publicUrl: () => options.publicUrl ?? listening.url,
    pageDir: options.pageDir ?? '/nonexistent',
    onResponse: (request) => answered.push(request),
    signInProviders: options.signInProviders ?? [],
    allowsSignInLinks: options.allowsSignInLinks ?? true,
    counter,
    requestLimits: { ...noRequestLimits, ...options.requestLimits },
    trustedProxies: options.trustedProxies ?? [],
    logRequests: (_request, _response, next) => next(),
    onError: (error) => errors.push(error),
  };
  const app = createApp(deps);
  const listening = await listen(app, '127.0.0.1', 0);
  const { url } = listening;
  cleanUpAfterTest(async () => {
    await listening.close();
    await index.close();
    await maps.close();
    await wording.close();
    await catalogue.close();
    counter.close();
    await producer.close();
    await database.end();
  });
  const { token } = await store.access.createToken('test', null, localAdminTokenOwner);
  return {
    url,
    app,
    describe: (descriptions) => createOpenApiDocument(createRoutes(deps), descriptions),
    token,
    deps,
    query: database.query,
    store,
    index,
    errors,
    answered,
    signInByLink(link, headers = {}) {
      const { pathname } = new URL(String(link));
      return fetch(`${url}${pathname}`, { method: 'POST', headers: { origin: url, ...headers }, redirect: 'manual' });
    },
    async ask(method, path, body) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    },
  };
}
