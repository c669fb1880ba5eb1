import { availableParallelism } from 'node:os';
import { createProviderAccess, openOutboundConnections, providers } from '@refrain/connectors';
import { type AppError, initialAdminId } from '@refrain/domain';
import { openConfiguredEmbedder } from '@refrain/embedding';
import { createProducer, createRequestCounter, createRequestLimits } from '@refrain/jobs';
import {
  logError,
  logNewerMigrations,
  measureBacklog,
  measureHttpRequests,
  measureProviderRequests,
  runProcess,
} from '@refrain/process';
import { createStore } from '@refrain/store';
import { ensureLocalToken } from './access/local-token.ts';
import { createGitHubSignIn } from './access/sign-in/github.ts';
import { createSignInLink } from './access/sign-in/link-sign-in.ts';
import { createOpenIdSignIn } from './access/sign-in/openid-connect.ts';
import type { ApiDeps } from './api-deps.ts';
import { openCatalogueFileParser } from './catalogue/catalogue-file-parser.ts';
import { loadConfig } from './config.ts';
import { createApp } from './create-app.ts';
import { listen } from './http/listen.ts';
import { logAccess } from './http/requests/log-access.ts';
import { logRequests } from './http/requests/log-requests.ts';
import { createFailureMapCache } from './measurement/failure-map-cache.ts';
import { createFailureIndex } from './search/failure-index.ts';
import { openWordingChecker } from './search/wording-checker.ts';
import { readDatabaseBacklog, readQueueBacklog } from './system/read-backlog.ts';

/**
 * The number of database connections. It is small, because more concurrent queries than processors slow each other down, and
 * because several API processes share PostgreSQL's default limit of 100 connections.
 */
const poolSize = Math.min(Math.max(5, 2 * availableParallelism() + 1), 20);
/** Milliseconds for which the total of a long list is cached. */
const countCacheMs = 2_000;
/** Milliseconds for which this process accepts a token that another process revoked. */
const tokenCacheMs = 2_000;

await runProcess({
  name: 'api',
  loadConfig: () => loadConfig(process.env),
  async start(config, { log, metrics, onClose, readyWhen, whileBusy }) {
    const store = createStore({
      ...config,
      poolSize,
      parallelWorkers: 0,
      countCacheMs,
      tokenCacheMs,
      applicationName: 'refrain-api',
    });
    onClose(store.close);
    logNewerMigrations(log, await whileBusy('migrating the database', store.migrate));
    const producer = createProducer(config);
    onClose(producer.close);
    // Readiness does not depend on Redis, because without Redis webhooks are still stored and requests still succeed.
    readyWhen(() => store.ping());
    measureBacklog(metrics, {
      readQueues: () => readQueueBacklog(producer),
      readStored: () => readDatabaseBacklog(store),
    });
    const limits = createRequestLimits({ ...config, rules: providers.limits });
    onClose(async () => limits.close());
    const onError = (error: AppError) => logError(log, error);
    const counter = createRequestCounter({ ...config, onAway: onError });
    onClose(async () => counter.close());
    const embedder = await openConfiguredEmbedder(config.embeddingModel);
    if (embedder !== null) onClose(embedder.close);
    const index = createFailureIndex({ store, onError, embedder });
    onClose(index.close);
    const outbound = openOutboundConnections(config.privateNetworks);
    const { isErased } = store.retention;
    const { measured, onBudget } = measureProviderRequests(metrics, Date.now, Object.keys(providers.limits));
    const access = createProviderAccess({ limits: measured(limits), onBudget, outbound, isErased });
    const maps = createFailureMapCache(config);
    onClose(maps.close);
    const wording = openWordingChecker();
    onClose(wording.close);
    const catalogue = openCatalogueFileParser();
    onClose(catalogue.close);
    const [measureRequest, logRequest] = [measureHttpRequests(metrics), logAccess(log, Date.now)];
    const { oidc, github, allowsLinks } = config.signIn;
    const deps: ApiDeps = {
      store,
      producer,
      index,
      maps,
      wording,
      catalogue,
      ...access,
      outbound,
      publicUrl: () => config.publicUrl ?? listening.url,
      pageDir: config.pageDir,
      onResponse(request) {
        measureRequest(request);
        logRequest(request);
      },
      // The sign-in page shows the providers in this order.
      signInProviders: [
        ...(oidc === null ? [] : [createOpenIdSignIn(oidc)]),
        ...(github === null ? [] : [createGitHubSignIn(github)]),
      ],
      allowsSignInLinks: allowsLinks,
      counter,
      requestLimits: config.requestLimits,
      trustedProxies: config.trustedProxies,
      logRequests: logRequests(log),
      onError,
    };
    const { localSocket: socket, parentHoldsPort, maxConnections } = config;
    const options = { socket, parentHoldsPort, maxConnections };
    const listening = await listen(createApp(deps), config.host, config.port, options);
    onClose(listening.close);
    index.start();
    if (config.localTokenPath !== null) await ensureLocalToken(store.access, config.localTokenPath);
    if (!allowsLinks) await store.access.endSignInLinks();
    // If a parent process started the API, the parent receives a sign-in link at every start and shows it.
    if (process.send) {
      return { url: listening.url, signInUrl: allowsLinks ? (await createSignInLink(deps, initialAdminId)).url : null };
    }
    if (allowsLinks && (config.printsSignIn || !(await store.access.wasAnyUserSeen()))) {
      process.stdout.write(
        `Sign in with this link, which works once, within an hour: ${(await createSignInLink(deps, initialAdminId)).url}\n`,
      );
    }
    return {};
  },
});
