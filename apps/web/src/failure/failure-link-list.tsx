import { Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { ExternalLink, PageLink } from '../components/links.tsx';
import { Section } from '../components/section.tsx';
import { linkTypeLabels } from '../labels/domain-labels.ts';
import { formatLikelihood } from '../labels/format.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { LinkVerdictButtons } from './change-card.tsx';
import { type FailureDecisions, formatLinkKey } from './read-failure-decisions.ts';

interface Props {
  readonly failure: Schemas['FailureResponse'];
  readonly decisions: FailureDecisions;
}

/** Lists all linked changes and failures except the trigger and the resolution. */
export function FailureLinkList({ failure, decisions }: Props) {
  const links = listOtherLinks(failure);
  if (links.length === 0) return null;
  const types = listLabelKeys(linkTypeLabels).filter((type) => links.some((link) => link.type === type));
  return (
    <Section title={failure.changeAssessment === null ? 'Linked changes and failures' : 'Other links'}>
      {types.map((type) => (
        <Stack key={type} gap="xs">
          <Title order={3}>{linkTypeLabels[type]}</Title>
          {links
            .filter((link) => link.type === type)
            .map((link) => (
              <Card key={formatLinkKey(link) + link.failureId} withBorder padding="sm">
                <Group justify="space-between" align="flex-start" gap="xs">
                  <Text fw={600} flex="1 1 260px">
                    <Other link={link} />
                  </Text>
                  <LinkVerdictButtons
                    link={pickLink(link)}
                    name={link.other.title ?? 'a deleted record'}
                    status={link.status}
                    decisions={decisions}
                  />
                </Group>
                <Text size="sm">{formatLikelihood(link.score)}</Text>
                <EvidenceList evidence={link.evidence} />
              </Card>
            ))}
        </Stack>
      ))}
    </Section>
  );
}

type Link = Schemas['FailureResponse']['links'][number];

const pickLink = ({ type, failureId, targetId }: Link) => ({ type, failureId, targetId });

function Other({ link: { type, other } }: { readonly link: Link }) {
  if (other.title === null) return 'A deleted record';
  if (type !== 'same_episode') return <ExternalLink url={other.url}>{other.title}</ExternalLink>;
  return (
    <PageLink to="/failures/$failureId" params={{ failureId: other.id }} inherit>
      {other.title}
    </PageLink>
  );
}

/** Returns the links that the trigger and resolution sections do not show, by descending score. */
function listOtherLinks({ links, changeAssessment }: Pick<Schemas['FailureResponse'], 'links' | 'changeAssessment'>) {
  const causes = new Set(changeAssessment?.candidates.map(({ changeId }) => changeId));
  return links
    .filter(
      ({ type, targetId }) =>
        !(type === 'caused_by' && causes.has(targetId)) &&
        !(type === 'resolved_by' && targetId === changeAssessment?.resolvedBy.changeId),
    )
    .toSorted((a, b) => b.score - a.score);
}
