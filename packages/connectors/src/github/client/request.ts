export interface GitHubResponse<T> {
  readonly status: number;
  readonly data: T;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

export interface GitHubRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** A path with `{name}` for parameters, or an absolute URL that a Link header gave. */
  readonly url: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Gives a redirect back, as the answer, instead of following it. */
  readonly redirect?: 'manual';
  /** Numbers beyond 2^53, which the ids of webhook deliveries are, are given as `bigint`. */
  readonly exactNumbers?: true;
  /** Names the requested thing in messages. */
  readonly what: string;
}

export type RequestIdentity =
  | { readonly kind: 'nobody' | 'github_app_key' }
  /** Fine-grained tokens cannot be given every permission, and say nothing of those that they have. */
  | { readonly kind: 'token'; readonly isFineGrained: boolean }
  | { readonly kind: 'github_app'; readonly installationId: number };
