/** What a route answers; pure data, so that a route is a function of state and call. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** A page for a browser, in place of `body`. */
  readonly html?: string;
  /** What is sent in place of `body` written as JSON: the same already written, or a text whose content-type `headers` gives. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The unpaged length and position behind this page; makes the Link header. */
  readonly page?: { readonly number: number; readonly perPage: number; readonly total: number };
}

export type Query = Readonly<Record<string, string | readonly string[]>>;

/** What a route is asked. */
export interface Call {
  /** Path and query as the vendor documents them. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: unknown;
  /** With the credential. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** As express reads it. */
  readonly path: string;
  /** Creates content that GitHub's secondary limit counts. */
  readonly createsContent?: boolean;
  /** The scope that PagerDuty wants of an app's token. */
  readonly scope?: string;
  /** Needs no credential. */
  readonly isPublic?: boolean;
  /** Its body is a form, as browsers and OAuth send it. */
  readonly readsForm?: boolean;
  handle(call: Call): Reply | Promise<Reply>;
}

/** The one value of a query parameter; undefined where it is absent or empty. */
export function queryValue(query: Query, name: string): string | undefined {
  const value = query[name];
  const first = typeof value === 'string' ? value : value?.[0];
  return first === '' ? undefined : first;
}

/** All values of `name` and of `name[]`. */
export function queryValues(query: Query, name: string): readonly string[] {
  return [query[name], query[`${name}[]`]].flatMap((value) => value ?? []);
}

/** The query of a URL, repeated names as lists. */
export function parseQuery(url: string): Query {
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(url, 'http://localhost').searchParams) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}
