import type { Express } from 'express';
import { expect, test } from 'vitest';
import { createRoutes } from './routes.ts';
import { startApiUnderTest } from './testing/api-under-test.ts';

const api = await startApiUnderTest();

/** A layer of Express's router, as far as it tells what is served. */
interface Layer {
  readonly name: string;
  readonly rawPath: string | RegExp;
  readonly handle: { readonly stack?: readonly Layer[] };
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
}

/** All that the app hands requests to, in its order: `get /a` is a method of an address, `* /a (name)` takes whatever begins so. */
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
/** What is served beside the routes, which say for themselves what they need. Whatever is added here is open unless it looks for itself. */
const beside = [
  // Counts, logs and protects every request, and answers none.
  ...[`* ${some}`, '* (logRequests)', `* ${some}`],
  // Webhooks: an address that nobody guesses, and a signature.
  ...['post /webhooks/:provider/:connectionId/:key', 'post /webhooks/{*any}'],
  // The sign-in, which is for who is not signed in yet.
  ...['* /sign-in/:secret (keepPagesPrivate)', `* /sign-in/:secret ${some}`, `* /sign-in/:secret ${some}`],
  ...['get /sign-in/:secret', 'post /sign-in/:secret', '* /sign-in-with (keepPagesPrivate)'],
  ...['get /sign-in-with/:way', 'get /sign-in-with/:way/back', `* /sign-in-with ${some}`, `* /sign-in-with ${some}`],
  // Where GitHub leads back to: what it brings is good for one App that an admin began.
  ...['* /connect/github (keepPagesPrivate)', `* /connect/github ${some}`, 'get /connect/github/installed'],
  ...['get /connect/github/:state', 'get /connect/github/:state/created', `* /connect/github ${some}`],
  // Before the routes that need a sign-in: who it is, and whether they ask too much. After them: nothing else is there.
  ...[`* /v1 ${some}`, '* /v1 (refused)', `* /v1 ${some}`, `* /v1 ${some}`, '* /v1 (refuse)'],
  // The board of the queues, for admins.
  ...[`* /queues ${some}`, '* /queues (refused)', `* /queues ${some}`, `* /queues ${some}`],
  ...['* /queues (redirectToSignIn)', '* /queues (contentSecurityPolicyMiddleware)', '* /queues (show)'],
  // The page and the page of the API, which hold nothing of what is stored.
  ...['get /docs', 'get /docs/start.js', 'get /docs/swagger-ui.css', 'get /docs/swagger-ui-bundle.js'],
  ...['get /docs/favicon-32x32.png', `* /assets ${some}`, '* /assets (serveStatic)'],
  String.raw`get /^\/(?!(?:v1|queues)(?:\/|$)|webhooks\/|assets\/).*/u`,
  // All else is a problem.
  ...['* (refuse)', `* ${some}`],
];

test('the app serves its routes, each once, and beside them what is named here and nothing else', () => {
  const routes = createRoutes(api.deps).map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`);
  const mounted = listMounted(api.app);
  const isRoute = (one: string) => routes.includes(one);
  expect(mounted.filter(isRoute).sort()).toEqual(routes.toSorted());
  expect(mounted.filter((one) => !isRoute(one))).toEqual(beside);
});
