import { Box } from '@mantine/core';
import { defaultStringifySearch, useRouter } from '@tanstack/react-router';
import { type CSSProperties, type MouseEvent, useCallback } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { causeLabels } from '../labels/domain-labels.ts';
import { count } from '../labels/format.ts';
import classes from './failure-map-table.module.css';
import { type OverviewRange, toShownRange } from './overview-range.ts';
import { Panel } from './panels.tsx';

type OverviewMap = NonNullable<Schemas['Overview']['map']>;
type Location = Pick<OverviewMap['services'][number], 'service' | 'repository'>;

interface Props {
  readonly map: Schemas['Overview']['map'];
  readonly range: OverviewRange;
}

type FollowLink = (event: MouseEvent<HTMLAnchorElement>) => void;

/**
 * Shows episodes by location and cause as a heat map. Cells and locations are plain anchors, because a hundred router links would
 * all be recomputed whenever the URL changes. Renders nothing if the period has no episodes.
 */
export function FailureMapTable({ map, range }: Props) {
  const router = useRouter();
  const followLink = useCallback<FollowLink>(
    (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void router.navigate({ href: event.currentTarget.getAttribute('href') ?? '/', resetScroll: false });
    },
    [router],
  );
  if (map === null || map.services.length === 0) return null;
  return (
    <Panel title="Where and why">
      <Box className={classes.scroll ?? ''} role="group" aria-label="Failure map" tabIndex={0}>
        <table className={classes.map}>
          <caption className={classes.caption}>
            Episodes by service and cause. ▲ marks more episodes than expected.
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
              <Row
                key={formatFailureMapLocation(location)}
                location={location}
                map={map}
                range={range}
                followLink={followLink}
              />
            ))}
          </tbody>
        </table>
      </Box>
    </Panel>
  );
}

interface RowProps {
  readonly location: Location;
  readonly map: OverviewMap;
  readonly range: OverviewRange;
  readonly followLink: FollowLink;
}

function Row({ location, map, range, followLink }: RowProps) {
  const name = formatFailureMapLocation(location);
  const maxEpisodes = Math.max(...map.cells.map(({ episodes }) => episodes));
  return (
    <tr>
      <th scope="row" title={name}>
        <a
          href={`/services/${encodeURIComponent(name)}${defaultStringifySearch(toShownRange(range))}`}
          onClick={followLink}
          className={classes.location}
        >
          {name}
        </a>
      </th>
      {map.causes.map((cause) => {
        const cell = map.cells.find(
          ({ cause: other, service, repository }) =>
            other === cause && service === location.service && repository === location.repository,
        );
        if (cell === undefined) return <td key={cause} />;
        const label = `${count(cell.episodes, 'episode')} in ${name}, ${causeLabels[cause]}${cell.standsOut ? '; stands out' : ''}`;
        return (
          <td key={cause}>
            <a
              href={`/${defaultStringifySearch({ ...range, service: location.service ?? undefined, repository: location.repository ?? undefined, cause })}`}
              onClick={followLink}
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
  return service ?? repository ?? 'unknown location';
}
