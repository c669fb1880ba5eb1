import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, TextLink } from '../components/links.tsx';
import { listNextSteps, type NextStep } from './describe-next-step.ts';
import { describeHistoryTrend } from './describe-overview.ts';

interface Props {
  readonly overview: Schemas['Overview'];
  readonly detail: string;
}

/** Says how certain the headline is, and which patterns need attention first. */
export function OverviewLead({ overview, detail }: Props) {
  return (
    <>
      <Text span inherit display="block">
        {[detail, describeHistoryTrend(overview)].filter(Boolean).join(' ')}
      </Text>
      {listNextSteps(overview).map((next) => (
        <Text key={next.pattern.id} span inherit display="block" c="var(--mantine-color-text)">
          {next.rank} ({next.cost}):{' '}
          <TextLink to="/patterns/$patternId" params={{ patternId: next.pattern.id }}>
            {next.pattern.name}
          </TextLink>
          . {next.news !== '' && `${next.news} `}
          <Step next={next} />
        </Text>
      ))}
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
