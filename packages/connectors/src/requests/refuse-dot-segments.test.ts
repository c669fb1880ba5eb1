import { expect, test } from 'vitest';
import { refuseDotSegments } from './refuse-dot-segments.ts';

const asked = { provider: 'GitHub', origin: 'https://api.github.com', what: 'the repository' } as const;

test.each([
  '/repos/../user',
  '/repos/acme/..',
  '/repos/acme/./issues',
  '/repos/acme/%2E%2e/hooks',
  '/incidents/.%2e?x=1',
])('rejects the URL path %s', (path) => {
  expect(() => refuseDotSegments(asked, `https://api.github.com${path}`)).toThrow('is "." or ".."');
});

test.each(['/repos/acme/.github', '/repos/acme/a..b/contents/.env?ref=..', '/orgs/acme#..'])(
  'permits the URL path %s',
  (path) => {
    expect(() => refuseDotSegments(asked, `https://api.github.com${path}`)).not.toThrow();
  },
);
