import type { FailureMapRate, FailureMapRow, ObservedEpisode } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { compareCells } from './compare-cells.ts';
import { summariseImpactHours } from './impact-hours.ts';
import { failureMapRowsOf, keyOfMapRow, type MapRow, unknownLocationRow } from './rows.ts';

export interface MapCellsInput<Label extends string> {
  readonly rows: readonly (MapRow & Pick<FailureMapRow, 'changes' | 'episodes'>)[];
  readonly episodes: readonly ObservedEpisode[];
  /** Episodes without a known row, which are shown in a separate row and not compared. */
  readonly unplaced: readonly ObservedEpisode[];
  readonly days: number;
  readonly labelOf: (episode: ObservedEpisode) => Label;
  /** Decides which rows to show; hidden rows are still compared. */
  readonly isShown: (row: MapRow) => boolean;
  /** Maximum probability that a map highlights a cell although all rates are equal. */
  readonly falseAlarms: number;
}

interface Cell<Label extends string> {
  readonly row: MapRow;
  readonly label: Label;
  readonly episodes: readonly ObservedEpisode[];
  /** Changes in the row; 0 if unknown. */
  readonly changes: number;
  /** Number of episodes of the row, whatever their label. */
  readonly all: number;
}

/** Builds a cell for each row and label with episodes, and compares its rates with that label's rates in other rows. */
export function buildMapCells<Label extends string>(input: MapCellsInput<Label>) {
  const cells = listCells(input);
  const perChange = rateCells(cells, ({ changes }) => changes / 100, input.falseAlarms);
  const perDay = rateCells(cells, () => input.days / 30, input.falseAlarms);
  const perEpisode = rateCells(cells, ({ all }) => all / 100, input.falseAlarms);
  const unplaced = groupBy(input.unplaced, (episode) => [input.labelOf(episode)]);
  const shown: Cell<Label>[] = [
    ...cells.filter(({ row }) => input.isShown(row)),
    ...[...unplaced].map(([label, episodes]) => ({
      label: label as Label,
      episodes,
      row: unknownLocationRow,
      changes: 0,
      all: 0,
    })),
  ];
  const built = shown
    .filter(({ episodes }) => episodes.length > 0)
    .map((cell) => {
      const per100Changes = perChange.get(cell) ?? null;
      const per30Days = perDay.get(cell) ?? null;
      const per100Episodes = perEpisode.get(cell) ?? null;
      // Large services always have a high rate per day, so the rate per change or (if unknown) episode must be high
      // too for a cell to stand out.
      const isAboveBySize = (per100Changes ?? per100Episodes)?.isAbove === true;
      return {
        service: cell.row.service,
        repository: cell.row.repository,
        label: cell.label,
        episodes: cell.episodes.length,
        hours: summariseImpactHours(cell.episodes),
        episodeIds: cell.episodes.map(({ id }) => id),
        per100Changes,
        per30Days,
        per100Episodes,
        standsOut: per30Days?.isAbove === true && isAboveBySize,
      };
    });
  built.sort(
    (a, b) =>
      Number(b.standsOut) - Number(a.standsOut) ||
      b.episodes - a.episodes ||
      compareStrings(keyOfMapRow(a), keyOfMapRow(b)) ||
      compareStrings(a.label, b.label),
  );
  return { cells: built, compared: cells.length };
}

function listCells<Label extends string>({ rows, episodes, labelOf }: MapCellsInput<Label>): Cell<Label>[] {
  const placed = episodes.flatMap((episode) =>
    failureMapRowsOf(episode.services, episode.repositories).map((row) => ({ episode, row, label: labelOf(episode) })),
  );
  const labels = [...new Set(placed.map(({ label }) => label))].sort();
  const byCell = groupBy(placed, ({ row, label }) => [keyOf(row, label)]);
  return rows.flatMap(({ service, repository, changes, episodes: all }) =>
    labels.map((label) => {
      const row = { service, repository };
      const own = byCell.get(keyOf(row, label)) ?? [];
      return { row, label, all, changes: changes ?? 0, episodes: own.map(({ episode }) => episode) };
    }),
  );
}

function keyOf(row: MapRow, label: string): string {
  return JSON.stringify([keyOfMapRow(row), label]);
}

function rateCells<Label extends string>(
  cells: readonly Cell<Label>[],
  exposureOf: (cell: Cell<Label>) => number,
  falseAlarms: number,
): ReadonlyMap<Cell<Label>, FailureMapRate> {
  const exposed = cells.filter((cell) => exposureOf(cell) > 0);
  const groups = [...groupBy(exposed, ({ label }) => [label]).values()].filter((own) =>
    own.some(({ episodes }) => episodes.length > 0),
  );
  const rates = compareCells(
    groups.map((own) => {
      const counted = own.map((cell) => ({ count: cell.episodes.length, exposure: exposureOf(cell) }));
      return {
        cells: counted,
        count: counted.reduce((sum, { count }) => sum + count, 0),
        exposure: counted.reduce((sum, { exposure }) => sum + exposure, 0),
      };
    }),
    falseAlarms,
  ).flat();
  return new Map(
    groups.flat().flatMap((cell, place) => {
      const rate = rates[place];
      return rate == null ? [] : [[cell, rate]];
    }),
  );
}
