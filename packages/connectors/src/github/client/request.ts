export interface GitHubResponse<T> {
  readonly status: number;
  readonly data: T;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

export interface GitHubRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** A path with `{name}` for parameters, or an absolute URL from a Link header. */
  readonly url: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Returns a redirect as the response instead of following it. */
  readonly redirect?: 'manual';
  /** Parses numbers beyond 2^53, such as the ids of webhook deliveries, as `bigint`. */
  readonly exactNumbers?: true;
  readonly what: string;
}

export type RequestIdentity =
  | { readonly kind: 'nobody' | 'github_app_key' }
  /** Fine-grained tokens cannot be given every permission, and say nothing of those that they have. */
  | { readonly kind: 'token'; readonly isFineGrained: boolean }
  | { readonly kind: 'github_app'; readonly installationId: number };
