import { createProviderAccess, openOutbound } from '@refrain/connectors';
import type { AppError } from '@refrain/domain';
import { createProducer, createRequestCounter } from '@refrain/jobs';
import { createStore, ofLocalAdmin, type Store } from '@refrain/store';
import { createScratchDatabase, openPlainClient, testKey } from '@refrain/store/testing';
import { cleanUp } from '@refrain/store/under-test';
import type { Express } from 'express';
import { inject } from 'vitest';
import type { ApiDeps } from './api-deps.ts';
import { createApp } from './create-app.ts';
import { type RequestLimits, unlimited } from './limits/limit-settings.ts';
import { listen } from './listen.ts';
import { keepMaps } from './map/keep-maps.ts';
import type { AnsweredRequest } from './requests/watch-requests.ts';
import type { Descriptions } from './route/add-descriptions.ts';
import { describeRoutes } from './route/describe-routes.ts';
import { createRoutes } from './routes.ts';
import { type KeptIndex, keepIndex } from './search/keep-index.ts';
import { openWording } from './wording/open-wording.ts';

export interface ApiUnderTest {
  readonly url: string;
  readonly app: Express;
  /** The document as it would be with these comments on fields. */
  describe(said: Descriptions): object;
  /** Of the installation's own admin. */
  readonly token: string;
  readonly deps: ApiDeps;
  /** A statement past the store. */
  query(statement: string): Promise<unknown>;
  readonly store: Store;
  /** Searched by the app; holds nothing until it is started. */
  readonly index: KeptIndex;
  /** What the app reported as its own fault. */
  readonly errors: AppError[];
  /** What it told of requests. */
  readonly answered: AnsweredRequest[];
  /** Presses the button of a sign-in link, as a browser at this address does. */
  signInByLink(link: unknown, headers?: Record<string, string>): Promise<Response>;
  /** A request with the token, JSON in and out. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
}

interface TestOptions {
  readonly redisUrl?: string;
  /** Its own address unless given. */
  readonly publicUrl?: string;
  readonly pageDir?: string;
  readonly signInProviders?: ApiDeps['signInProviders'];
  /** This machine unless given. */
  readonly privateNetworks?: readonly string[];
  /** None unless given. */
  readonly requestLimits?: Partial<RequestLimits>;
  readonly trustedProxies?: readonly string[];
  /** Before what it counts in Redis; those that count together have the same. */
  readonly prefix?: string;
}

/** Threads run what is built. */
const threadFile = new URL('../dist/search/index-worker.js', import.meta.url);
const mapThreadFile = new URL('../dist/map/map-worker.js', import.meta.url);
const wordingThreadFile = new URL('../dist/wording/wording-worker.js', import.meta.url);

/** Nobody listens there. */
export const redisAway = 'redis://127.0.0.1:9';

/**
 * Starts the whole app over real HTTP, PostgreSQL and Redis. It ends with the current test, or with the file where no test is
 * running.
 */
export async function startApiUnderTest(options: TestOptions = {}): Promise<ApiUnderTest> {
  const scratch = await createScratchDatabase(inject('databaseUrl'), inject('templateDatabase'));
  const opened = { databaseUrl: scratch.databaseUrl, encryptionKey: testKey };
  const store = createStore(opened);
  const database = await openPlainClient(scratch.databaseUrl);
  await store.migrate();
  const prefix = `api-test-${process.pid}-${Date.now()}`;
  const redisUrl = options.redisUrl ?? inject('redisUrl');
  const producer = createProducer({ redisUrl, prefix });
  const errors: AppError[] = [];
  const answered: AnsweredRequest[] = [];
  const onAway = (error: AppError) => errors.push(error);
  const counter = createRequestCounter({ redisUrl, prefix: options.prefix ?? prefix, onAway });
  const index = keepIndex({ store, onError: (error) => errors.push(error), threadFile, restMs: 50 });
  const maps = keepMaps(opened, mapThreadFile);
  const wording = openWording(wordingThreadFile);
  const outbound = openOutbound(options.privateNetworks ?? ['loopback']);
  const deps: ApiDeps = {
    store,
    producer,
    index,
    maps,
    wording,
    ...createProviderAccess({ outbound }),
    outbound,
    publicUrl: () => options.publicUrl ?? listening.url,
    pageDir: options.pageDir ?? '/nonexistent',
    onAnswered: (request) => answered.push(request),
    signInProviders: options.signInProviders ?? [],
    counter,
    requestLimits: { ...unlimited, ...options.requestLimits },
    trustedProxies: options.trustedProxies ?? [],
    logRequests: (_request, _response, next) => next(),
    onError: (error) => errors.push(error),
  };
  const app = createApp(deps);
  const listening = await listen(app, '127.0.0.1', 0);
  const { url } = listening;
  cleanUp(async () => {
    await listening.close();
    await index.close();
    await maps.close();
    await wording.close();
    counter.close();
    await producer.close();
    await database.end();
    await store.close();
    await scratch.drop();
  });
  const { token } = await store.access.createToken('test', null, ofLocalAdmin);
  return {
    url,
    app,
    describe: (said) => describeRoutes(createRoutes(deps), said),
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
