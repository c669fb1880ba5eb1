import type { Express } from 'express';
import { expect, test } from 'vitest';
import { createRoutes } from './routes.ts';
import { startApiUnderTest } from './testing/api-under-test.ts';

const api = await startApiUnderTest();

/** A mounted handler in the router of Express. */
interface Layer {
  readonly name: string;
  readonly rawPath: string | RegExp;
  readonly handle: { readonly stack?: readonly Layer[] };
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
}

/** Lists all mounted handlers in order: `get /a` for one method and path, `* /a (name)` for all requests below `/a`. */
function listMounted({ router }: Express): string[] {
  return listLayers((router as unknown as { readonly stack: readonly Layer[] }).stack, '');
}

function listLayers(stack: readonly Layer[], prefix: string): string[] {
  return stack.flatMap(({ name, rawPath, handle, route }) => {
    const path = rawPath === '/' ? prefix : `${prefix}${rawPath}`;
    if (route !== undefined) return Object.keys(route.methods).map((method) => `${method} ${path}`);
    return handle.stack === undefined ? [`${`* ${path}`.trimEnd()} (${name})`] : listLayers(handle.stack, path);
  });
}

const some = '(<anonymous>)';
/** All mounted handlers except the routes. A handler that is added here is public unless it checks access itself. */
const unroutedHandlers = [
  // Middleware that counts, logs and protects every request.
  ...[`* ${some}`, '* (logRequests)', `* ${some}`],
  // Webhooks are protected by a secret URL and a signature.
  ...['post /webhooks/:provider/:connectionId/:key', 'post /webhooks/{*any}'],
  // Sign-in pages are for people who are not signed in yet.
  ...['* /sign-in/:secret (keepPagesPrivate)', `* /sign-in/:secret ${some}`, `* /sign-in/:secret ${some}`],
  ...['get /sign-in/:secret', 'post /sign-in/:secret', '* /sign-in-with (keepPagesPrivate)'],
  ...['get /sign-in-with/:way', 'get /sign-in-with/:way/back', `* /sign-in-with ${some}`, `* /sign-in-with ${some}`],
  // GitHub redirects browsers here. The state in the URL authorises only the setup of the one GitHub App that an admin
  // began.
  ...['* /connect/github (keepPagesPrivate)', `* /connect/github ${some}`, 'get /connect/github/installed'],
  ...['get /connect/github/:state', 'get /connect/github/:state/created', `* /connect/github ${some}`],
  // Authentication and rate limits of all routes below `/v1`, and a 404 for every other path below `/v1`.
  ...[`* /v1 ${some}`, '* /v1 (failedAuthentication)', `* /v1 ${some}`, `* /v1 ${some}`, '* /v1 (refuse)'],
  // The queue board requires an admin.
  ...[`* /queues ${some}`, '* /queues (failedAuthentication)', `* /queues ${some}`, `* /queues ${some}`],
  ...[
    '* /queues (redirectToSignIn)',
    '* /queues (contentSecurityPolicyMiddleware)',
    '* /queues (xFrameOptionsMiddleware)',
    '* /queues (show)',
  ],
  // The web page and the API page contain no stored data.
  ...['get /docs', 'get /docs/start.js', 'get /docs/swagger-ui.css', 'get /docs/swagger-ui-bundle.js'],
  ...['get /docs/favicon-32x32.png', `* /assets ${some}`, '* /assets (serveStatic)'],
  String.raw`get /^\/(?!(?:v1|queues)(?:\/|$)|webhooks\/|assets\/).*/u`,
  // All other requests get an error response.
  ...['* (refuse)', `* ${some}`],
];

test('the app mounts each route once, and no handlers except the listed ones', () => {
  const routes = createRoutes(api.deps).map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`);
  const mounted = listMounted(api.app);
  const isRoute = (one: string) => routes.includes(one);
  expect(mounted.filter(isRoute).sort()).toEqual(routes.toSorted());
  expect(mounted.filter((one) => !isRoute(one))).toEqual(unroutedHandlers);
});
