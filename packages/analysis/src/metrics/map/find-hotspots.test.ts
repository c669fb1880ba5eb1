import type { ChangeWithPaths } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { findHotspots } from './find-hotspots.ts';
import { episode } from './testing.ts';

const folders = ['src/cart/api', 'src/cart/page', 'src/search', 'src/mail', 'docs'];

/** So many changes to each folder, one after another. */
function changes(each: number, repository = 'acme/shop'): ChangeWithPaths[] {
  return Array.from({ length: each * folders.length }, (_, place) => ({
    id: `${repository}-${place}`,
    at: '2026-01-01T00:00:00.000Z',
    repository,
    environment: null,
    services: [],
    paths: [`${folders[place % folders.length]}/file-${place % 7}.ts`, 'package.json'],
  }));
}

function failed(counts: Readonly<Record<string, number>>, repository = 'acme/shop') {
  return Object.entries(counts).flatMap(([folder, count]) =>
    Array.from({ length: count }, (_, place) =>
      episode(`${folder} ${place}`, { repositories: [repository], paths: [`${folder}/file-${place}.ts`], hours: 2 }),
    ),
  );
}

describe('hotspots', () => {
  it('are where failures concentrate, as deep as they do', () => {
    const { hotspots, compared } = findHotspots(
      failed({ 'src/cart/api': 16, 'src/search': 2, 'src/mail': 1, docs: 1 }),
      changes(60),
      0.01,
    );
    expect(hotspots).toMatchObject([
      {
        repository: 'acme/shop',
        path: 'src/cart/api',
        episodes: 16,
        changes: 60,
        expected: 4,
        hours: { total: 32, median: 2, told: 16 },
        episodeIds: failed({ 'src/cart/api': 16 }).map(({ id }) => id),
        per100Changes: { observed: (100 * 16) / 60, organisation: (100 * 20) / 300, isAbove: true },
      },
    ]);
    // The five, and src and src/cart around them.
    expect(compared).toBe(7);
  });

  it('are the folder around, where all of it fails', () => {
    const counts = { 'src/cart/api': 9, 'src/cart/page': 9, 'src/search': 1, 'src/mail': 1, docs: 1 };
    expect(findHotspots(failed(counts), changes(60), 0.01).hotspots.map(({ path }) => path)).toEqual(['src/cart']);
  });

  it('are none where a folder has its share, however often it fails', () => {
    const counts = { 'src/cart/api': 20, 'src/cart/page': 18, 'src/search': 22, 'src/mail': 19, docs: 21 };
    expect(findHotspots(failed(counts), changes(60), 0.01).hotspots).toEqual([]);
  });

  it('are told of the repository that they are in, and only where its files are known', () => {
    const other = failed({ 'src/cart/api': 16, docs: 2 }, 'acme/other');
    const found = findHotspots(other, [...changes(60), ...changes(60, 'acme/other')], 0.01);
    expect(found.hotspots.map(({ repository }) => repository)).toEqual(['acme/other']);
    expect(findHotspots(other, changes(60), 0.01)).toEqual({ hotspots: [], compared: 0 });
    const blind = changes(60, 'acme/other').map((change) => ({ ...change, paths: [] }));
    expect(findHotspots(other, blind, 0.01)).toEqual({ hotspots: [], compared: 0 });
  });
});
