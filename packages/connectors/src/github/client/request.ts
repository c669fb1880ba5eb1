export interface GitHubResponse<T> {
  readonly status: number;
  readonly data: T;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

export interface GitHubRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Path with `{name}` for parameters, or an absolute URL from a Link header. */
  readonly url: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** If `manual`, redirects are returned instead of followed. */
  readonly redirect?: 'manual';
  /** If true, numbers beyond 2^53, such as ids of webhook deliveries, are parsed as `bigint`. */
  readonly exactNumbers?: true;
  readonly what: string;
}

export type RequestIdentity =
  | { readonly kind: 'nobody' | 'github_app_key' }
  /** A fine-grained token cannot have every permission, and GitHub does not report which it has. */
  | { readonly kind: 'token'; readonly isFineGrained: boolean }
  | { readonly kind: 'github_app'; readonly installationId: number };
