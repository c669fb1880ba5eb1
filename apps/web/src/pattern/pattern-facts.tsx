import { DataList, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { count, formatProbability } from '../labels/count.ts';
import { formatDay } from '../labels/times.ts';
import { KindBadges } from '../patterns/pattern-card.tsx';
import { describeLikely } from './describe-likely.ts';

/** What is known of a pattern besides its lesson; a fact that nobody knows is left out. */
export function PatternFacts({ pattern }: { readonly pattern: Schemas['Pattern'] }) {
  const {
    cause,
    trigger,
    causes = [],
    triggers = [],
    episodes,
    firstAt,
    lastAt,
    services,
    repositories,
    terms,
    confidence,
  } = pattern;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      'Cause',
      describeLikely(
        cause,
        causes.map(({ cause: label, ...rest }) => ({ label, ...rest })),
      ),
    ],
    [
      'Trigger',
      describeLikely(
        trigger,
        triggers.map(({ trigger: label, ...rest }) => ({ label, ...rest })),
      ),
    ],
    ['Happened', `${count(episodes, 'episode')}, ${formatDay(firstAt)} to ${formatDay(lastAt)}`],
    [
      'Seen as',
      <Group key="kinds" gap="xs">
        <KindBadges kinds={pattern.kinds} />
      </Group>,
    ],
    ['Services', services.join(', ')],
    ['Repositories', repositories.join(', ')],
    ['Words it is known by', terms.join(', ')],
    ['How sure', `${formatProbability(confidence)} that these are one failure`],
  ];
  return (
    <DataList gap="xs" labelWidth="8rem">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel c="dimmed">{label}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
    </DataList>
  );
}
