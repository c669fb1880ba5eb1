import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { describeCost, improvementSteps } from './describe-costliest.ts';

/** Says which pattern costs a service most, and what to do about it. */
export function CostliestPattern({ pattern }: { readonly pattern: Schemas['ServicePattern'] }) {
  const { id, name, improvement } = pattern;
  return (
    <Text>
      {describeCost(pattern)}:{' '}
      <TextLink to="/patterns/$patternId" params={{ patternId: id }}>
        {name}
      </TextLink>
      .{' '}
      {improvement === null ? (
        'No fix is proposed yet.'
      ) : (
        <>
          <TextLink to="/improvements/$improvementId" params={{ improvementId: improvement.id }}>
            {improvementSteps[improvement.state]}
          </TextLink>
          .
        </>
      )}
    </Text>
  );
}
