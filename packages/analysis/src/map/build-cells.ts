import type { MapRate, MapService, ObservedEpisode } from '@refrain/domain';
import { compare } from '../clustering/constraints.ts';
import { groupBy } from '../group-by.ts';
import { compareCells } from './compare-cells.ts';
import { measureImpact } from './impact-hours.ts';

export interface CellsInput<Label extends string> {
  /** Every service that is known, once. */
  readonly rows: readonly Pick<MapService, 'service' | 'changes'>[];
  readonly episodes: readonly ObservedEpisode[];
  /** Those without a service that are shown, in a row of their own that is compared with nothing. */
  readonly unplaced: readonly ObservedEpisode[];
  /** Length of the period. */
  readonly days: number;
  readonly labelOf: (episode: ObservedEpisode) => Label;
  /** Rows that are not shown are compared all the same. */
  readonly isShown: (service: string) => boolean;
  /** Share of maps in which a cell may stand out where all rates are the same. */
  readonly falseAlarms: number;
}

interface Cell<Label extends string> {
  readonly service: string | null;
  readonly label: Label;
  readonly episodes: readonly ObservedEpisode[];
  /** 0 where they are not known. */
  readonly changes: number;
}

/** Cells of services and labels in which something happened, with their rates against those of the same label elsewhere. */
export function buildCells<Label extends string>(input: CellsInput<Label>) {
  const cells = listCells(input);
  const perChange = rateCells(cells, ({ changes }) => changes / 100, input.falseAlarms);
  const perDay = rateCells(cells, () => input.days / 30, input.falseAlarms);
  const unplaced = groupBy(input.unplaced, (episode) => [input.labelOf(episode)]);
  const shown: Cell<Label>[] = [
    ...cells.filter(({ service }) => service !== null && input.isShown(service)),
    ...[...unplaced].map(([label, episodes]) => ({ label: label as Label, episodes, service: null, changes: 0 })),
  ];
  const built = shown
    .filter(({ episodes }) => episodes.length > 0)
    .map((cell) => {
      const rates = { per100Changes: perChange.get(cell) ?? null, per30Days: perDay.get(cell) ?? null };
      const known = Object.values(rates).flatMap((rate) => rate ?? []);
      return {
        service: cell.service,
        label: cell.label,
        episodes: cell.episodes.length,
        hours: measureImpact(cell.episodes),
        episodeIds: cell.episodes.map(({ id }) => id),
        ...rates,
        standsOut: known.length > 0 && known.every(({ isAbove }) => isAbove),
      };
    });
  built.sort(
    (a, b) =>
      Number(b.standsOut) - Number(a.standsOut) ||
      b.episodes - a.episodes ||
      compare(a.service ?? '', b.service ?? '') ||
      compare(a.label, b.label),
  );
  return { cells: built, compared: cells.length };
}

/** Each service with each label that occurs. */
function listCells<Label extends string>({ rows, episodes, labelOf }: CellsInput<Label>): Cell<Label>[] {
  const labels = [...new Set(episodes.flatMap((one) => (one.services.length === 0 ? [] : [labelOf(one)])))].sort();
  const byCell = groupBy(episodes, (episode) =>
    episode.services.map((service) => JSON.stringify([service, labelOf(episode)])),
  );
  return rows.flatMap(({ service, changes }) =>
    labels.map((label) => ({
      ...{ service, label, changes: changes ?? 0 },
      episodes: byCell.get(JSON.stringify([service, label])) ?? [],
    })),
  );
}

/** Rates of cells that could have failed, in the unit of the exposure. */
function rateCells<Label extends string>(
  cells: readonly Cell<Label>[],
  exposureOf: (cell: Cell<Label>) => number,
  falseAlarms: number,
): ReadonlyMap<Cell<Label>, MapRate> {
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
      return rate === undefined ? [] : [[cell, rate]];
    }),
  );
}
