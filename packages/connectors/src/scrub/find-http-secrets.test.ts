import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

const random = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bD1fG3hJ5';
const hex = '0f3a9e8d';
const webToken = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', random].join('.');
const short = Buffer.from('ci:Pw9x').toString('base64');

test.each([
  ['a short user and password', `> Authorization: Basic ${short}`, '> Authorization: Basic [secret]'],
  ['a command with a header', `curl -H "Authorization: Basic ${short}" a`, 'curl -H "Authorization: Basic [secret]" a'],
  [
    'the answer to a digest',
    `Authorization: Digest username="ci", nonce="a", response="${hex.repeat(4)}", qop=auth`,
    'Authorization: Digest username="ci", nonce="a", response="[secret]", qop=auth',
  ],
  [
    'the configuration of Docker',
    `{"auths":{"ghcr.io":{"auth":"${short}"}}}`,
    '{"auths":{"ghcr.io":{"auth":"[secret]"}}}',
  ],
  ['the configuration of npm', `//npm.example/:_auth=${random}`, '//npm.example/:_auth=[secret]'],
  ['a token after an underscore', `token_${webToken} refused`, 'token_[secret] refused'],
  ['a stateless token of GitHub', `got ghs_123456_${webToken}.`, 'got [secret].'],
  ['a key of Okta', `Authorization: SSWS 00${random}`, 'Authorization: SSWS [secret]'],
  [
    'a header of a key',
    `X-Acme-Key: ${hex.repeat(4)}, DD-APPLICATION-KEY: ${hex.repeat(5)}`,
    'X-Acme-Key: [secret], DD-APPLICATION-KEY: [secret]',
  ],
  ['an old token of GitHub', `clone with token ${hex.repeat(5)} failed`, 'clone with token [secret] failed'],
  ['a short token in a header', 'Authorization: Bearer abc123def456', 'Authorization: Bearer [secret]'],
  ['a header of a map in Ruby', `Authorization=>"Token ${random}"`, 'Authorization=>"Token [secret]"'],
  ['a token without a signature', `got ${webToken.split('.').slice(0, 2).join('.')}. It`, 'got [secret]. It'],
  ['an encrypted token', `got ${webToken}.${random}.${random}, again`, 'got [secret], again'],
  ['a session', `/a;jsessionid=${hex.repeat(4)} /a?sid=${hex.repeat(4)}`, '/a;jsessionid=[secret] /a?sid=[secret]'],
  ['a code behind #', `https://a.example/#code=${random}`, 'https://a.example/#code=[secret]'],
  [
    'a link to a new password',
    `https://a.example/reset-password/${random}`,
    'https://a.example/reset-password/[secret]',
  ],
  ['the argument of a client', `get(a, auth=('bob', 'swordfish'))`, `get(a, auth=('bob', '[secret]'))`],
  ['an object of a client', 'auth=HTTPBasicAuth("bob", "swordfish")', 'auth=HTTPBasicAuth("bob", "[secret]")'],
  ['a JSON web key', `{"kty":"EC","x":"a","d":"${random}"}`, '{"kty":"EC","x":"a","d":"[secret]"}'],
])('scrub removes an HTTP secret: %s', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'basic misconfiguration of the gateway, Basic infrastructure-provisioning failed',
  'bearer authentication-required by proxy, authorization: policy evaluation-failed-2024',
  'WWW-Authenticate: Basic realm="a1", authorization: basic auth required',
  "auth=('bob', '$DB_PASS'), auth=(user, password), auth: ['basic', 'required']",
  'auth: true, auth: required1, "auth": "oauth2-proxy", auth = none',
  `X-Idempotency-Key: ${hex.repeat(4)}, x-cache-key: ${hex.repeat(5)}, X-Request-Id: ${hex.repeat(4)}`,
  `commit ${hex.repeat(5)}, eyJ is the start of a token`,
  'src/reset/ResetPasswordControllerV2Test.java, /invites/summer-campaign-2024-list, {"d":"a","kty":"EC"}',
  'Authorization: Bearer token2024, ?sid=checkout, #code=E12345',
])('scrub keeps a message about an HTTP secret: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
