import type { Express } from 'express';

interface Layer {
  readonly route?: { readonly path: unknown; readonly stack: readonly { readonly method?: string }[] };
  readonly handle: { readonly stack?: readonly Layer[] };
  match(path: string): boolean;
}

/** Lists every route below `/v1` from Express's route table, which includes routes that were added without `mountRoutes`. */
export function listServedRoutes(app: Express): string[] {
  const { stack } = (app as unknown as { readonly router: { readonly stack: readonly Layer[] } }).router;
  return listOf(stack, '').filter((route) => / \/v1(?:\/|$)/u.test(route));
}

function listOf(stack: readonly Layer[], prefix: string): string[] {
  return stack.flatMap((layer) => {
    if (layer.route !== undefined) return namesOf(layer.route, prefix);
    if (layer.handle.stack === undefined) return [];
    // Express does not store where a router is mounted, but whether the router matches a path can be queried.
    const isOfAll = layer.match('/anywhere');
    return listOf(layer.handle.stack, !isOfAll && layer.match('/v1/anywhere') ? '/v1' : prefix);
  });
}

function namesOf({ path, stack }: NonNullable<Layer['route']>, prefix: string): string[] {
  const methods = [...new Set(stack.map(({ method }) => (method ?? 'all').toUpperCase()))];
  const paths = (Array.isArray(path) ? path : [path]).filter((one): one is string => typeof one === 'string');
  return paths.flatMap((one) =>
    methods.map((method) => `${method} ${prefix}${one.replaceAll(/[:*](\w+)/gu, '{$1}').replace(/^\/$/u, '')}`),
  );
}
