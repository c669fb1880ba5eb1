import type { Express } from 'express';
import { expect, test } from 'vitest';
import { createRoutes } from './routes.ts';
import { startApiUnderTest } from './testing/api-under-test.ts';

const api = await startApiUnderTest();

/** A layer of Express's router, with the fields that tell what is served. */
interface Layer {
  readonly name: string;
  readonly rawPath: string | RegExp;
  readonly handle: { readonly stack?: readonly Layer[] };
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
}

/**
 * Lists everything that the app mounts, in order: `get /a` is a method of a path, and `* /a (name)` handles all paths
 * below `/a`.
 */
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
/**
 * Everything that is mounted except the routes, which declare the role that they need. An addition here is public
 * unless it checks access itself.
 */
const unroutedHandlers = [
  // These count, log and protect every request, and answer none.
  ...[`* ${some}`, '* (logRequests)', `* ${some}`],
  // Webhooks are protected by a secret address and a signature.
  ...['post /webhooks/:provider/:connectionId/:key', 'post /webhooks/{*any}'],
  // The sign-in serves people who are not signed in yet.
  ...['* /sign-in/:secret (keepPagesPrivate)', `* /sign-in/:secret ${some}`, `* /sign-in/:secret ${some}`],
  ...['get /sign-in/:secret', 'post /sign-in/:secret', '* /sign-in-with (keepPagesPrivate)'],
  ...['get /sign-in-with/:way', 'get /sign-in-with/:way/back', `* /sign-in-with ${some}`, `* /sign-in-with ${some}`],
  // GitHub redirects here; what it sends is valid only for the one App whose setup an admin began.
  ...['* /connect/github (keepPagesPrivate)', `* /connect/github ${some}`, 'get /connect/github/installed'],
  ...['get /connect/github/:state', 'get /connect/github/:state/created', `* /connect/github ${some}`],
  // Before the routes that need a sign-in: authentication and rate limits. After them: a 404 for everything else.
  ...[`* /v1 ${some}`, '* /v1 (refused)', `* /v1 ${some}`, `* /v1 ${some}`, '* /v1 (refuse)'],
  // The board of the queues is for admins.
  ...[`* /queues ${some}`, '* /queues (refused)', `* /queues ${some}`, `* /queues ${some}`],
  ...['* /queues (redirectToSignIn)', '* /queues (contentSecurityPolicyMiddleware)', '* /queues (show)'],
  // The web page and the API page contain no stored data.
  ...['get /docs', 'get /docs/start.js', 'get /docs/swagger-ui.css', 'get /docs/swagger-ui-bundle.js'],
  ...['get /docs/favicon-32x32.png', `* /assets ${some}`, '* /assets (serveStatic)'],
  String.raw`get /^\/(?!(?:v1|queues)(?:\/|$)|webhooks\/|assets\/).*/u`,
  // Everything else is answered with a problem.
  ...['* (refuse)', `* ${some}`],
];

test('the app mounts each route once, and otherwise only the listed handlers', () => {
  const routes = createRoutes(api.deps).map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`);
  const mounted = listMounted(api.app);
  const isRoute = (one: string) => routes.includes(one);
  expect(mounted.filter(isRoute).sort()).toEqual(routes.toSorted());
  expect(mounted.filter((one) => !isRoute(one))).toEqual(unroutedHandlers);
});
