import { expect, test } from 'vitest';
import { parseHttpUrl } from './parse-http-url.ts';

test.each(['https://ci.example/1', 'http://10.0.0.7:8080/a?b=c#d', 'HTTPS://ci.example/1'])(
  'accepts %s as a web address',
  (address) => {
    expect(parseHttpUrl(address)).toBe(address);
  },
);

test.each([
  'javascript:alert(1)',
  ' JaVaScript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://ci.example/1',
  '//ci.example/1',
  '/incidents/1',
  'INC-1',
  '',
  null,
  undefined,
])('does not accept %j as a web address', (address) => {
  expect(parseHttpUrl(address)).toBeNull();
});
