import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, TextLink } from '../components/links.tsx';
import { formatHours } from '../labels/format.ts';
import { describeUnassignedImpact } from './describe-concentration.ts';
import { findWorstSingleFailure, listNextSteps, type NextStep } from './describe-next-step.ts';
import { describeHistoryTrend } from './describe-overview.ts';

interface Props {
  readonly overview: Schemas['Overview'];
  readonly detail: string;
}

/** Says how certain the headline is, and which patterns need attention first. */
export function OverviewLead({ overview, detail }: Props) {
  const single = findWorstSingleFailure(overview.worst);
  return (
    <>
      <Text span inherit display="block">
        {[detail, describeUnassignedImpact(overview), describeHistoryTrend(overview)].filter(Boolean).join(' ')}
      </Text>
      {single && (
        <Text span inherit display="block" c="var(--mantine-color-text)">
          Longest failure ({formatHours(single.hours)}):{' '}
          <TextLink to="/failures/$failureId" params={{ failureId: single.failureId }}>
            {single.title}
          </TextLink>
          , in no pattern.
        </Text>
      )}
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
