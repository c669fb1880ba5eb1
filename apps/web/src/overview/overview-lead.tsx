import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, TextLink } from '../components/links.tsx';
import { describeNextStep, type NextStep } from './describe-next-step.ts';
import { describeHistoryTrend } from './describe-overview.ts';

interface Props {
  readonly overview: Schemas['Overview'];
  readonly detail: string;
}

/** Says how certain the headline is, and what the costliest pattern of the period needs. */
export function OverviewLead({ overview, detail }: Props) {
  const next = describeNextStep(overview.worst);
  return (
    <>
      <Text span inherit display="block">
        {[detail, describeHistoryTrend(overview)].filter(Boolean).join(' ')}
      </Text>
      {next && (
        <Text span inherit display="block" c="var(--mantine-color-text)">
          {next.rank} ({next.cost}):{' '}
          <TextLink to="/patterns/$patternId" params={{ patternId: next.pattern.id }}>
            {next.pattern.name}
          </TextLink>
          . <Step next={next} />
        </Text>
      )}
    </>
  );
}

function Step({ next: { pattern, step } }: { readonly next: NextStep }) {
  const { before, link, leadsTo, after } = step;
  const { id, improvement } = pattern;
  return (
    <>
      {before}
      {leadsTo === 'issue' && <ExternalLink url={improvement?.issueUrl ?? null}>{link}</ExternalLink>}
      {leadsTo === 'improvement' && (
        <TextLink to="/improvements/$improvementId" params={{ improvementId: improvement?.id ?? '' }}>
          {link}
        </TextLink>
      )}
      {leadsTo === 'pattern' && (
        <TextLink to="/patterns/$patternId" params={{ patternId: id }}>
          {link}
        </TextLink>
      )}
      {after}
    </>
  );
}
