import { List, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/external-link.tsx';

export function GuardrailDetails({ guardrail }: { readonly guardrail: Schemas['LibraryEntry']['guardrail'] }) {
  if (guardrail === null)
    return (
      <Text size="sm" c="dimmed" mt="xs">
        No guardrail is recommended yet.
      </Text>
    );
  const { name, promise, steps, proof, effort, sources } = guardrail;
  return (
    <>
      <Text mt="xs">
        <Text span inherit fw={600}>
          What would keep it from coming back: {name}.
        </Text>{' '}
        {promise}
      </Text>
      <Text component="details" size="sm" mt={4}>
        <summary>
          How to do it, in {effort.days.low} to {effort.days.high} days
        </summary>
        <List size="sm" type="ordered" my="xs">
          {steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        How to know that it works: {proof.check} What to watch: {proof.figure}
        {sources.length > 0 && (
          <>
            <br />
            To read:{' '}
            {sources.map(({ title, url }, at) => (
              <span key={url}>
                {at > 0 && ', '}
                <ExternalLink url={url}>{title}</ExternalLink>
              </span>
            ))}
          </>
        )}
      </Text>
    </>
  );
}
