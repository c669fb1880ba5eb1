import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies } from 'semver';
import { expect, test } from 'vitest';
import { root } from '../start-refrain.ts';

/** SPDX identifiers of the licences under which a dependency may be distributed with Refrain. */
const allowed = [
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'BSL-1.0', 'Zlib'],
  ...['CC0-1.0', 'Unlicense', 'Python-2.0', 'OFL-1.1'],
];

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly engines?: { readonly node?: string };
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const installed = Object.entries(lock.packages)
  .map(([path, locked]) => ({ ...locked, name: path.split('node_modules/').at(-1) ?? '', path }))
  .filter(({ path, link }) => path.includes('node_modules/') && link !== true);
const shipped = installed.filter(({ dev }) => dev !== true);

/** Returns whether an SPDX expression is allowed: every licence of at least one of its alternatives must be allowed. */
function isAllowed(expression: string): boolean {
  const choices = expression.replace(/[()]/gu, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((licence) => allowed.includes(licence.trim())));
}

test('every shipped package has a licence that allows distribution', () => {
  expect(shipped.length).toBeGreaterThan(300);
  const doubtful = shipped.filter(({ license }) => !isAllowed(license ?? ''));
  expect(doubtful.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  expect(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'UNLICENSED', ''].filter(isAllowed)).toEqual([]);
});

test('each package in the lock file has a digest, which `npm ci` verifies', () => {
  expect(installed.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ path }) => path)).toEqual([]);
});

test('every package comes from the registry, and none from a URL, a branch or a folder', () => {
  expect(installed.filter(({ resolved }) => resolved !== undefined).map(({ path }) => path)).toEqual([]);
});

test('the bill of materials names each shipped package with its version', () => {
  const script = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { sbom: string } })
    .scripts;
  const bill = JSON.parse(
    execFileSync('sh', ['-c', script.sbom], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }),
  ) as {
    bomFormat: string;
    components: { name: string; version: string }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  // Skip packages for other operating systems, because npm neither installs nor lists them.
  const missing = shipped.filter(
    ({ name, version, optional, path }) => !optional && !isOfAnother(path) && !listed.has(`${name}@${version}`),
  );
  expect(missing.map(({ path }) => path)).toEqual([]);
});

function isOfAnother(path: string): boolean {
  return !existsSync(join(root, path));
}

test('no build reads compiled code from the temporary folder, where another user could have put it', () => {
  const builds = Object.entries(lock.packages).flatMap(([path]) => {
    if (path === '' || path.includes('node_modules')) return [];
    const { scripts } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as {
      scripts?: { build?: string };
    };
    return scripts?.build === undefined ? [] : [scripts.build];
  });
  expect(builds.length).toBeGreaterThan(5);
  expect(builds.filter((build) => !build.startsWith('NODE_DISABLE_COMPILE_CACHE=1 '))).toEqual([]);
});

/** The oldest Node.js release that the README supports, and the first release of each even major version since. */
const promisedNode = ['20.19.0', '22.13.0', '24.0.0'];

test('every package supports every Node.js version that the README names', () => {
  const refused = installed.flatMap(({ path, engines }) =>
    promisedNode.filter((node) => !satisfies(node, engines?.node ?? '*')).map((node) => `${path} refuses Node ${node}`),
  );
  expect(refused).toEqual([]);
});
