import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { describePatternState } from '../labels/describe-pattern-state.ts';
import { formatHours } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';
import { ShortServiceList } from '../list/cells.tsx';
import classes from '../list/plain-table.module.css';
import { describeConcentration, formatUnassignedImpact } from './describe-concentration.ts';
import { type OverviewRange, toPatternPeriod } from './overview-range.ts';
import { Panel } from './panels.tsx';

type Order = 'episodes' | 'impactHours';

const orders = [
  { value: 'impactHours', label: 'By impact' },
  { value: 'episodes', label: 'By episodes' },
] as const;

interface Props {
  readonly overview: Pick<Schemas['Overview'], 'figures' | 'worst'>;
  readonly range: OverviewRange;
}

/** Shows the patterns with the most episodes or hours in the period. Renders nothing if no pattern has an episode. */
export function WorstPatterns({ overview, range }: Props) {
  const { worst } = overview;
  const [chosen, setOrder] = useState<Order>('impactHours');
  if (worst === null || worst.byEpisodes.length === 0) return null;
  const hasHours = worst.byImpact.length > 0;
  const order = hasHours ? chosen : 'episodes';
  const concentration = describeConcentration(overview);
  const unassigned = formatUnassignedImpact(overview);
  const patterns = order === 'episodes' ? worst.byEpisodes : worst.byImpact;
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
            <Row key={pattern.id} pattern={pattern} hasHours={hasHours} />
          ))}
        </tbody>
      </table>
      <Text size="sm" mt="xs">
        {concentration !== null && `${concentration} `}
        {unassigned !== null && (
          <>
            <TextLink to="/failures" search={{ ...toPatternPeriod(range), grouped: 'none' }}>
              {unassigned} of impact
            </TextLink>{' '}
            belong to no pattern.{' '}
          </>
        )}
        <TextLink to="/patterns" search={{ ...toPatternPeriod(range), sort: order }}>
          All patterns of this period
        </TextLink>
      </Text>
    </Panel>
  );
}

function Row({ pattern, hasHours }: { readonly pattern: Schemas['WorstPattern']; readonly hasHours: boolean }) {
  const { id, name, episodes, impactHours, improvement } = pattern;
  const { label } = describePatternState(pattern);
  return (
    <tr>
      <th scope="row">
        <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit lineClamp={2} title={name}>
          {name}
        </PageLink>
        <Text component="div" size="xs" c="dimmed">
          <ShortServiceList names={listLocations(pattern)} />
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
