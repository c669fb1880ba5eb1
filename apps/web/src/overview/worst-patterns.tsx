import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { describePatternState } from '../labels/describe-pattern-state.ts';
import { formatHours } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';
import { ShortServiceList } from '../list/cells.tsx';
import classes from '../list/plain-table.module.css';
import { countUnassigned, describeConcentration } from './describe-concentration.ts';
import { type OverviewRange, toShownRange } from './overview-range.ts';
import { Panel } from './panels.tsx';

/** Fewer than patterns, because a pattern costs more in the long run. */
const maxUnassigned = 3;

type Order = 'episodes' | 'impactHours';

const orders = [
  { value: 'impactHours', label: 'By impact' },
  { value: 'episodes', label: 'By episodes' },
] as const;

interface Props {
  readonly overview: Pick<Schemas['Overview'], 'figures' | 'worst'>;
  readonly range: OverviewRange;
}

/** Shows the patterns with the most episodes or hours in the period, and the longest failures in no pattern. Renders nothing if no pattern has an episode. */
export function WorstPatterns({ overview, range }: Props) {
  const { worst } = overview;
  const [chosen, setOrder] = useState<Order>('impactHours');
  if (worst === null || worst.byEpisodes.length === 0) return null;
  const hasHours = worst.byImpact.length > 0;
  const order = hasHours ? chosen : 'episodes';
  const concentration = describeConcentration(overview);
  const unassigned = countUnassigned(overview);
  const patterns = order === 'episodes' ? worst.byEpisodes : worst.byImpact;
  const longest = order === 'episodes' ? [] : worst.unassigned.slice(0, maxUnassigned);
  return (
    <Panel
      title="Worst in this period"
      action={
        hasHours && (
          <SegmentedControl
            size="xs"
            aria-label="Order of the worst patterns"
            data={orders.map((one) => ({ ...one }))}
            value={order}
            onChange={(value) => setOrder(value as Order)}
          />
        )
      }
    >
      <table className={classes.table} data-embedded>
        <thead>
          <tr>
            <th scope="col">Pattern</th>
            <th scope="col" className={classes.number}>
              Episodes
            </th>
            {hasHours && (
              <th scope="col" className={classes.number}>
                Impact
              </th>
            )}
            <th scope="col" className={classes.wide}>
              State
            </th>
          </tr>
        </thead>
        <tbody>
          {patterns.map((pattern) => (
            <Row key={pattern.id} pattern={pattern} hasHours={hasHours} range={range} />
          ))}
        </tbody>
        {longest.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                <Text size="xs" c="dimmed">
                  Longest failures in no pattern
                </Text>
              </th>
            </tr>
            {longest.map((episode) => (
              <UnassignedRow key={episode.failureId} episode={episode} range={range} />
            ))}
          </tbody>
        )}
      </table>
      <Text size="sm" mt="xs">
        {concentration !== null && `${concentration} `}
        {unassigned !== null && (
          <>
            <TextLink to="/failures" search={{ ...toShownRange(range), grouped: 'none' }}>
              {unassigned}
            </TextLink>{' '}
            are in no pattern, because nothing else recorded resembles them closely enough.{' '}
          </>
        )}
        <TextLink to="/patterns" search={{ ...toShownRange(range), sort: order }}>
          All patterns of this period
        </TextLink>
      </Text>
    </Panel>
  );
}

interface UnassignedRowProps extends Pick<Props, 'range'> {
  readonly episode: Schemas['UnassignedEpisode'];
}

function UnassignedRow({ episode, range }: UnassignedRowProps) {
  const { failureId, title, hours, startedAt } = episode;
  return (
    <tr>
      <th scope="row">
        <PageLink to="/failures/$failureId" params={{ failureId }} inherit lineClamp={2} title={title}>
          {title}
        </PageLink>
        <Text component="div" size="xs" c="dimmed">
          <ShortServiceList names={listLocations(episode)} period={toShownRange(range)} />
        </Text>
      </th>
      <td className={classes.number}>1</td>
      <td className={classes.number}>{formatHours(hours)}</td>
      <td className={`${classes.wide} ${classes.short}`}>
        <Timestamp at={startedAt} as="day" />
      </td>
    </tr>
  );
}

interface RowProps extends Pick<Props, 'range'> {
  readonly pattern: Schemas['WorstPattern'];
  readonly hasHours: boolean;
}

function Row({ pattern, hasHours, range }: RowProps) {
  const { id, name, episodes, impactHours, improvement } = pattern;
  const { label } = describePatternState(pattern);
  return (
    <tr>
      <th scope="row">
        <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit lineClamp={2} title={name}>
          {name}
        </PageLink>
        <Text component="div" size="xs" c="dimmed">
          <ShortServiceList names={listLocations(pattern)} period={toShownRange(range)} />
        </Text>
      </th>
      <td className={classes.number}>{episodes}</td>
      {hasHours && <td className={classes.number}>{impactHours === null ? '–' : formatHours(impactHours)}</td>}
      <td className={`${classes.wide} ${classes.short}`}>
        {improvement === null ? (
          label
        ) : (
          <PageLink to="/improvements/$improvementId" params={{ improvementId: improvement.id }} inherit>
            {label}
          </PageLink>
        )}
      </td>
    </tr>
  );
}
