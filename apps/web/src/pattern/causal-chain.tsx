import { Paper, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { causeLabels, triggerLabels } from '../labels/domain-labels.ts';
import { capitalise, formatProbability } from '../labels/format.ts';
import classes from './causal-chain.module.css';

interface Link {
  readonly role: string;
  readonly text: string;
  readonly label: string | null;
}

export function CausalChain({ pattern }: { readonly pattern: Schemas['Pattern'] }) {
  const chain = listChain(pattern);
  if (chain.length < 2) return null;
  return (
    <section aria-labelledby="chain">
      <Title order={2} id="chain" mb="xs">
        Causal chain
      </Title>
      <ol className={classes.chain}>
        {chain.map(({ role, text, label }) => (
          <Paper key={role} component="li" withBorder p="xs" className={classes.link ?? ''}>
            <Text size="xs" c="dimmed" fw={600}>
              {role}
            </Text>
            <Text size="sm">{text}</Text>
            {label !== null && (
              <Text size="xs" c="dimmed" mt={4}>
                {label}
              </Text>
            )}
          </Paper>
        ))}
      </ol>
    </section>
  );
}

function listChain({ scenario, cause, trigger, causes = [], triggers = [] }: Schemas['Pattern']): readonly Link[] {
  const withConfidence = (label: string, confidence: number | undefined) =>
    confidence === undefined ? label : `${label}, ${formatProbability(confidence)} sure`;
  const links: readonly (Link | null)[] = [
    trigger === 'unknown' && !scenario?.trigger
      ? null
      : {
          role: 'Trigger',
          text: scenario?.trigger ?? capitalise(triggerLabels[trigger]),
          label: trigger === 'unknown' ? null : withConfidence(triggerLabels[trigger], triggers[0]?.confidence),
        },
    scenario?.cause
      ? {
          role: 'Root cause',
          text: scenario.cause,
          label: cause === 'unknown' ? null : withConfidence(causeLabels[cause], causes[0]?.confidence),
        }
      : null,
    scenario?.symptom ? { role: 'Symptoms', text: scenario.symptom, label: null } : null,
    scenario?.resolution ? { role: 'Resolution', text: scenario.resolution, label: null } : null,
  ];
  return links.filter((link) => link !== null);
}
