import { Group } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { type ListedProperty, PropertyList } from '../components/property-list.tsx';
import { count, formatProbability } from '../labels/format.ts';
import { formatDay } from '../labels/times.ts';
import { FailureKindBadges } from '../patterns/pattern-badges.tsx';
import { describeLikelyCausesOrTriggers } from './describe-likely-causes-or-triggers.ts';

export function PatternPropertyList({ pattern }: { readonly pattern: Schemas['Pattern'] }) {
  const { cause, trigger, causes = [], triggers = [] } = pattern;
  const facts: readonly ListedProperty[] = [
    [
      'Cause',
      describeLikelyCausesOrTriggers(
        cause,
        causes.map(({ cause: label, ...rest }) => ({ label, ...rest })),
      ),
    ],
    [
      'Trigger',
      describeLikelyCausesOrTriggers(
        trigger,
        triggers.map(({ trigger: label, ...rest }) => ({ label, ...rest })),
      ),
    ],
    [
      'Occurred',
      `${count(pattern.episodes, 'episode')}, ${formatDay(pattern.firstAt)} to ${formatDay(pattern.lastAt)}`,
    ],
    [
      'Kinds',
      <Group key="kinds" gap="xs">
        <FailureKindBadges kinds={pattern.kinds} />
      </Group>,
    ],
    ['Services', pattern.services.join(', ')],
    ['Repositories', pattern.repositories.join(', ')],
    ['Keywords', pattern.terms.join(', ')],
    ['Match confidence', formatProbability(pattern.confidence)],
  ];
  return <PropertyList facts={facts} />;
}
