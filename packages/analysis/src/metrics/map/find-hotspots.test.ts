import type { ChangeWithPaths } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { findHotspots } from './find-hotspots.ts';
import { createEpisode } from './testing.ts';

const folders = ['src/cart/api', 'src/cart/page', 'src/search', 'src/mail', 'docs'];

/** Returns changes that touch each folder in turn. */
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
      createEpisode(`${folder} ${place}`, {
        repositories: [repository],
        paths: [`${folder}/file-${place}.ts`],
        hours: 2,
      }),
    ),
  );
}

describe('findHotspots', () => {
  it('findHotspots finds the deepest folder in which failures concentrate', () => {
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
        hours: { total: 32, median: 2, withDuration: 16 },
        episodeIds: failed({ 'src/cart/api': 16 }).map(({ id }) => id),
        per100Changes: { observed: (100 * 16) / 60, organisation: (100 * 20) / 300, isAbove: true },
      },
    ]);
    // The five folders and their parents src and src/cart.
    expect(compared).toBe(7);
  });

  it('findHotspots finds the parent folder if all of its subfolders fail more often', () => {
    const counts = { 'src/cart/api': 9, 'src/cart/page': 9, 'src/search': 1, 'src/mail': 1, docs: 1 };
    expect(findHotspots(failed(counts), changes(60), 0.01).hotspots.map(({ path }) => path)).toEqual(['src/cart']);
  });

  it('findHotspots finds no hotspot if every folder fails in proportion to its changes', () => {
    const counts = { 'src/cart/api': 20, 'src/cart/page': 18, 'src/search': 22, 'src/mail': 19, docs: 21 };
    expect(findHotspots(failed(counts), changes(60), 0.01).hotspots).toEqual([]);
  });

  it('findHotspots finds the hotspots of each repository, but none if the changed files are unknown', () => {
    const other = failed({ 'src/cart/api': 16, docs: 2 }, 'acme/other');
    const found = findHotspots(other, [...changes(60), ...changes(60, 'acme/other')], 0.01);
    expect(found.hotspots.map(({ repository }) => repository)).toEqual(['acme/other']);
    expect(findHotspots(other, changes(60), 0.01)).toEqual({ hotspots: [], compared: 0 });
    const blind = changes(60, 'acme/other').map((change) => ({ ...change, paths: [] }));
    expect(findHotspots(other, blind, 0.01)).toEqual({ hotspots: [], compared: 0 });
  });
});
