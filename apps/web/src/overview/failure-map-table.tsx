import { Box, Text } from '@mantine/core';
import { defaultStringifySearch, useRouter } from '@tanstack/react-router';
import { type CSSProperties, type MouseEvent, useCallback } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { causeLabels } from '../labels/domain-labels.ts';
import { count } from '../labels/format.ts';
import classes from './failure-map-table.module.css';
import { Panel } from './panels.tsx';

type OverviewMap = NonNullable<Schemas['Overview']['map']>;
type Location = Pick<OverviewMap['services'][number], 'service' | 'repository'>;

interface Props {
  readonly map: Schemas['Overview']['map'];
  readonly isAwaited: boolean;
}

type OpenCell = (event: MouseEvent<HTMLAnchorElement>) => void;

/**
 * Shows episodes by location and cause as a heat map. Each cell links to its details by a plain anchor, because a hundred router
 * links would all be recomputed whenever the URL changes.
 */
export function FailureMapTable({ map, isAwaited }: Props) {
  const router = useRouter();
  const openCell = useCallback<OpenCell>(
    (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void router.navigate({ href: event.currentTarget.getAttribute('href') ?? '/', resetScroll: false });
    },
    [router],
  );
  return (
    <Panel title="Where, and why">
      {map === null || map.services.length === 0 ? (
        <Text size="sm" c="dimmed">
          {isAwaited ? 'It is being drawn: this takes a moment.' : 'Nothing to show yet.'}
        </Text>
      ) : (
        <Box className={classes.scroll ?? ''} role="group" aria-label="Failure map" tabIndex={0}>
          <table className={classes.map}>
            <caption className={classes.caption}>
              Episodes of the last year. ▲ stands out: neither chance nor many changes explains it.
            </caption>
            <thead>
              <tr>
                <td />
                {map.causes.map((cause) => (
                  <th key={cause} scope="col">
                    <span>{causeLabels[cause]}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {map.services.map((location) => (
                <Row key={formatFailureMapLocation(location)} location={location} map={map} openCell={openCell} />
              ))}
            </tbody>
          </table>
        </Box>
      )}
    </Panel>
  );
}

interface RowProps {
  readonly location: Location;
  readonly map: OverviewMap;
  readonly openCell: OpenCell;
}

function Row({ location, map, openCell }: RowProps) {
  const maxEpisodes = Math.max(...map.cells.map(({ episodes }) => episodes));
  return (
    <tr>
      <th scope="row" title={formatFailureMapLocation(location)}>
        {formatFailureMapLocation(location)}
      </th>
      {map.causes.map((cause) => {
        const cell = map.cells.find(
          ({ cause: other, service, repository }) =>
            other === cause && service === location.service && repository === location.repository,
        );
        if (cell === undefined) return <td key={cause} />;
        const label = `${count(cell.episodes, 'episode')} in ${formatFailureMapLocation(location)}, ${causeLabels[cause]}${cell.standsOut ? '; stands out' : ''}`;
        return (
          <td key={cause}>
            <a
              href={`/${defaultStringifySearch({ service: location.service ?? undefined, repository: location.repository ?? undefined, cause })}`}
              onClick={openCell}
              className={classes.cell}
              aria-label={label}
              title={label}
              style={{ '--share': `${Math.round(15 + (70 * cell.episodes) / maxEpisodes)}%` } as CSSProperties}
              data-dark={cell.episodes / maxEpisodes > 0.5 || undefined}
            >
              {cell.episodes}
              {cell.standsOut && (
                <span className={classes.mark} aria-hidden>
                  ▲
                </span>
              )}
            </a>
          </td>
        );
      })}
    </tr>
  );
}

export function formatFailureMapLocation({ service, repository }: Location): string {
  return service ?? repository ?? 'no place known';
}
