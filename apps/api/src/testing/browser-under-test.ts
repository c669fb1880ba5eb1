/** A minimal browser for sign-in tests, which stores cookies by origin and follows redirects. */
export interface BrowserUnderTest {
  /**
   * Requests a URL and follows redirects. Stops at a response that is no redirect, or before a URL that starts with
   * `until`.
   */
  visit(
    address: string,
    options?: { readonly form?: Record<string, string>; readonly until?: string },
  ): Promise<Visited>;
  cookiesOf(origin: string): Map<string, string>;
}

interface Visited {
  readonly address: string;
  readonly status: number;
  readonly text: string;
}

export function createBrowserUnderTest(): BrowserUnderTest {
  const jars = new Map<string, Map<string, string>>();
  const cookiesOf = (origin: string) => {
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  return {
    cookiesOf,
    async visit(address, { form, until } = {}) {
      let [at, body] = [new URL(address), form === undefined ? null : new URLSearchParams(form)];
      for (let steps = 0; steps < 20; steps += 1) {
        const jar = cookiesOf(at.origin);
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(at, {
          headers: { cookie, accept: 'text/html' },
          redirect: 'manual',
          ...(body === null ? {} : { method: 'POST', body }),
        });
        for (const set of response.headers.getSetCookie()) keep(jar, set);
        const location = response.headers.get('location');
        if (location === null) return { address: at.href, status: response.status, text: await response.text() };
        await response.body?.cancel();
        [at, body] = [new URL(location, at), null];
        if (until !== undefined && at.href.startsWith(until))
          return { address: at.href, status: response.status, text: '' };
      }
      throw new Error(`Too many redirects: ${at.href}`);
    },
  };
}

/** Stores a cookie without its path, or deletes an expired one. */
function keep(jar: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split(';').map((part) => part.trim());
  const [name = '', value = ''] = pair.split(/=(.*)/su);
  const expires = attributes.find((one) => /^expires=/iu.test(one))?.slice('expires='.length);
  if (value === '' || (expires !== undefined && Date.parse(expires) <= Date.now())) jar.delete(name);
  else jar.set(name, value);
}
