/** A route's response, as plain data. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** HTML page for a browser; it replaces `body`. */
  readonly html?: string;
  /** Replaces `body`: already serialised JSON, or a text whose content type is in `headers`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Position of the page and total length of the list, for the Link header. */
  readonly page?: { readonly number: number; readonly perPage: number; readonly total: number };
}

export type Query = Readonly<Record<string, string | readonly string[]>>;

export interface Call {
  /** Path and query as in the vendor's documentation. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  readonly path: string;
  /** Whether the route creates content that GitHub's secondary rate limit counts. */
  readonly createsContent?: boolean;
  /** Scope that PagerDuty requires of an app's token. */
  readonly scope?: string;
  readonly isPublic?: boolean;
  /** Whether the request body is a form, as browsers and OAuth clients send it. */
  readonly readsForm?: boolean;
  handle(call: Call): Reply | Promise<Reply>;
}

/** Returns the first value of a query parameter; undefined if it is absent or empty. */
export function findQueryValue(query: Query, name: string): string | undefined {
  const value = query[name];
  const first = typeof value === 'string' ? value : value?.[0];
  return first === '' ? undefined : first;
}

/** Returns all values of the query parameters `name` and `name[]`. */
export function listQueryValues(query: Query, name: string): readonly string[] {
  return [query[name], query[`${name}[]`]].flatMap((value) => value ?? []);
}

/** Parses the query of a URL. Repeated parameters become lists. */
export function parseQuery(url: string): Query {
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(url, 'http://localhost').searchParams) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}
