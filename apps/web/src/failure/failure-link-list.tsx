import { Flex, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink } from '../components/links.tsx';
import { SectionCard } from '../components/section.tsx';
import { linkTypeLabels } from '../labels/domain-labels.ts';
import { formatLikelihood } from '../labels/format.ts';
import { type Labels, listLabelKeys } from '../labels/labels.ts';
import { LinkVerdictButtons } from './change-card.tsx';
import { findRevertReason } from './find-revert-reason.ts';
import { type FailureDecisions, formatLinkKey } from './read-failure-decisions.ts';
import { Reasons } from './reasons.tsx';

interface Props {
  readonly failure: Schemas['FailureResponse'];
  readonly decisions: FailureDecisions;
}

/** Lists all linked changes and failures except the trigger and the resolution, and why a change was reverted. */
export function FailureLinkList({ failure, decisions }: Props) {
  const links = listOtherLinks(failure);
  const { kind, title, text, decidingWords } = failure;
  const isRevert = kind === 'reverted_change';
  const reason = isRevert ? findRevertReason(title, text, decidingWords ?? []) : null;
  if (links.length === 0 && reason === null) return null;
  const labels = isRevert ? revertLinkLabels : shortLabels;
  return (
    <SectionCard title={isRevert ? 'What happened' : nameLinks(failure)} gap="sm">
      {reason && <Row label="Reason">“{reason}”</Row>}
      {listLabelKeys(linkTypeLabels).flatMap((type) =>
        links
          .filter((link) => link.type === type)
          .map((link) => (
            <Row
              key={formatLinkKey(link) + link.failureId}
              label={labels[type]}
              action={
                <LinkVerdictButtons
                  link={pickLink(link)}
                  name={link.other.title ?? 'a deleted record'}
                  status={link.status}
                  decisions={decisions}
                />
              }
            >
              <Other link={link} />
              <Reasons note={formatLikelihood(link.score)} evidence={link.evidence} />
            </Row>
          )),
      )}
    </SectionCard>
  );
}

const shortLabels: Labels<Schemas['LinkType']> = { ...linkTypeLabels, same_episode: 'Same episode' };
/** A revert is caused by the change that it takes back. */
const revertLinkLabels: Labels<Schemas['LinkType']> = {
  ...shortLabels,
  caused_by: 'Change',
  resolved_by: 'Reverted by',
};

function nameLinks({ changeAssessment }: Props['failure']): string {
  return changeAssessment === null ? 'Linked changes and failures' : 'Other links';
}

interface RowProps {
  readonly label: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Row({ label, action, children }: RowProps) {
  return (
    <Flex gap={{ base: 0, xs: 'md' }} direction={{ base: 'column', xs: 'row' }} role="group" aria-label={label}>
      <Text size="sm" fw={600} w={96} flex="none">
        {label}
      </Text>
      <Text component="div" size="sm" flex={1} miw={0} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
      {action}
    </Flex>
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
