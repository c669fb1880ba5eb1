import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const needed = {
  DATABASE_URL: 'postgres://refrain@db/refrain',
  REDIS_URL: 'redis://queue',
  REFRAIN_ENCRYPTION_KEY: 'ab'.repeat(32),
};

test.each([
  [undefined, null],
  ['', null],
  ['https://refrain.example/', 'https://refrain.example'],
  ['http://refrain.example:8080', 'http://refrain.example:8080'],
])('loadConfig reads REFRAIN_PUBLIC_URL=%j as %j', (text, publicUrl) => {
  expect(loadConfig({ ...needed, REFRAIN_PUBLIC_URL: text }).publicUrl).toBe(publicUrl);
});

test('loadConfig rejects REFRAIN_PARENT_HOLDS_PORT without REFRAIN_LOCAL_SOCKET', () => {
  const settings = { ...needed, REFRAIN_PARENT_HOLDS_PORT: 'true' };
  expect(() => loadConfig(settings)).toThrow('REFRAIN_LOCAL_SOCKET: is missing');
  const config = loadConfig({ ...settings, REFRAIN_LOCAL_SOCKET: '/data/api.sock' });
  expect(config).toMatchObject({ parentHoldsPort: true, localSocket: '/data/api.sock' });
  expect(loadConfig(needed).parentHoldsPort).toBe(false);
});

const REFRAIN_PUBLIC_URL = 'https://refrain.acme.example';
const oidc = {
  REFRAIN_PUBLIC_URL,
  REFRAIN_OIDC_ISSUER: 'https://id.acme.example/realms/all',
  REFRAIN_OIDC_CLIENT_ID: 'refrain',
  REFRAIN_OIDC_CLIENT_SECRET: 'canary',
};
const github = {
  REFRAIN_PUBLIC_URL,
  REFRAIN_GITHUB_SIGN_IN_ORGANISATION: 'acme',
  REFRAIN_GITHUB_SIGN_IN_CLIENT_ID: 'Iv1.abc',
  REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET: 'canary',
};

test('loadConfig configures no identity provider by default, and treats empty settings as unset', () => {
  expect(loadConfig(needed).signIn).toEqual({ oidc: null, github: null, allowsLinks: true });
  expect(loadConfig({ ...needed, REFRAIN_OIDC_ISSUER: '', REFRAIN_OIDC_ROLES: ' ' }).signIn.oidc).toBeNull();
});

test('sign-in links are off by default with an identity provider, unless REFRAIN_SIGN_IN_LINKS allows them', () => {
  const allowsLinks = (settings: Record<string, string>) => loadConfig({ ...needed, ...settings }).signIn.allowsLinks;
  expect([allowsLinks({}), allowsLinks(oidc), allowsLinks(github)]).toEqual([true, false, false]);
  expect(allowsLinks({ ...oidc, REFRAIN_SIGN_IN_LINKS: 'allowed' })).toBe(true);
  expect(allowsLinks({ REFRAIN_SIGN_IN_LINKS: 'forbidden' })).toBe(false);
  expect(() => allowsLinks({ REFRAIN_SIGN_IN_LINKS: 'no' })).toThrow('must be allowed or forbidden');
});

test('rejects new users of an OpenID Connect provider unless REFRAIN_OIDC_NEW_ROLE is set', () => {
  expect(loadConfig({ ...needed, ...oidc }).signIn.oidc).toMatchObject({ name: 'id.acme.example', newRole: null });
  const read = loadConfig({
    ...needed,
    ...oidc,
    REFRAIN_OIDC_NEW_ROLE: 'viewer',
    REFRAIN_OIDC_ROLE_CLAIM: 'groups',
    REFRAIN_OIDC_ROLES: '{"sre":"admin"}',
  });
  expect(read.signIn.oidc).toMatchObject({ newRole: 'viewer', roles: { sre: 'admin' } });
  expect(loadConfig({ ...needed, ...github }).signIn.github).toMatchObject({ newRole: 'viewer' });
  expect(
    loadConfig({ ...needed, ...github, REFRAIN_GITHUB_SIGN_IN_NEW_ROLE: 'none' }).signIn.github?.newRole,
  ).toBeNull();
});

test.each(['http://127.0.0.2:8080', 'http://id.localhost'])(
  'accepts an issuer on this machine without TLS: %s',
  (issuer) => {
    const read = loadConfig({ ...needed, ...oidc, REFRAIN_OIDC_ISSUER: issuer });
    expect(read.signIn.oidc).toMatchObject({ issuer });
  },
);

test.each([
  [{ ...oidc, REFRAIN_OIDC_CLIENT_ID: '' }, 'REFRAIN_OIDC_CLIENT_ID'],
  [{ ...oidc, REFRAIN_PUBLIC_URL: '' }, 'REFRAIN_PUBLIC_URL: is missing'],
  [{ ...oidc, REFRAIN_OIDC_ISSUER: 'http://id.acme.example' }, 'REFRAIN_OIDC_ISSUER'],
  [{ ...oidc, REFRAIN_OIDC_ISSUER: 'http://localhost:x@id.acme.example' }, 'REFRAIN_OIDC_ISSUER'],
  [{ ...oidc, REFRAIN_OIDC_ISSUER: 'id.acme.example' }, 'REFRAIN_OIDC_ISSUER: must be an https URL'],
  [{ ...oidc, REFRAIN_OIDC_ROLES: '{"sre":"boss"}' }, 'REFRAIN_OIDC_ROLES'],
  [{ ...oidc, REFRAIN_OIDC_ROLES: '{"sre":"admin"}' }, 'REFRAIN_OIDC_ROLE_CLAIM'],
  [{ ...oidc, REFRAIN_OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, 'your own tenant'],
  [{ ...oidc, REFRAIN_OIDC_NEW_ROLE: 'boss' }, 'REFRAIN_OIDC_NEW_ROLE'],
  [{ ...github, REFRAIN_GITHUB_SIGN_IN_ORGANISATION: undefined }, 'REFRAIN_GITHUB_SIGN_IN_ORGANISATION'],
])('the error names the incomplete or invalid sign-in setting without showing a secret: %#', (settings, name) => {
  expect(() => loadConfig({ ...needed, ...settings })).toThrow(name);
  expect(() => loadConfig({ ...needed, ...settings })).not.toThrow('canary');
});
