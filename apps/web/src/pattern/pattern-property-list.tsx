import { Group } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { type ListedProperty, PropertyList } from '../components/property-list.tsx';
import { count, formatProbability } from '../labels/format.ts';
import { formatDay } from '../labels/times.ts';
import { FailureKindBadges } from '../patterns/pattern-card.tsx';
import { describeLikelyLabels } from './describe-likely-labels.ts';

export function PatternPropertyList({ pattern }: { readonly pattern: Schemas['Pattern'] }) {
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
  const facts: readonly ListedProperty[] = [
    [
      'Cause',
      describeLikelyLabels(
        cause,
        causes.map(({ cause: label, ...rest }) => ({ label, ...rest })),
      ),
    ],
    [
      'Trigger',
      describeLikelyLabels(
        trigger,
        triggers.map(({ trigger: label, ...rest }) => ({ label, ...rest })),
      ),
    ],
    ['Happened', `${count(episodes, 'episode')}, ${formatDay(firstAt)} to ${formatDay(lastAt)}`],
    [
      'Seen as',
      <Group key="kinds" gap="xs">
        <FailureKindBadges kinds={pattern.kinds} />
      </Group>,
    ],
    ['Services', services.join(', ')],
    ['Repositories', repositories.join(', ')],
    ['Words it is known by', terms.join(', ')],
    ['Confidence', `${formatProbability(confidence)} that these are one failure`],
  ];
  return <PropertyList facts={facts} />;
}
