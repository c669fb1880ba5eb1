import { Fragment } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { count, formatHours } from '../labels/format.ts';
import { describeDigestChanges } from './describe-digest-news.ts';

type Digest = Schemas['ListedDigest'];

const kinds = [
  ['new', 'New'],
  ['returned', 'Returned'],
  ['rising', 'Rising'],
] as const;

/** Names the new, returned and rising patterns with a link each, and counts what else changed. Renders nothing if nothing did. */
export function DigestNews({ digest: { id, changes, news, ...fixes } }: { readonly digest: Digest }) {
  const named = kinds.filter(([kind]) => changes[kind] > 0);
  const others = describeDigestChanges({ changes: { ...changes, new: 0, returned: 0, rising: 0 }, ...fixes });
  return (
    <>
      {named.map(([kind, label], at) => (
        <Fragment key={kind}>
          {at > 0 && ' · '}
          {label}:{' '}
          <PatternLinks digestId={id} patterns={news.filter(({ change }) => change === kind)} total={changes[kind]} />
        </Fragment>
      ))}
      {named.length > 0 && others !== '' && ' · '}
      {others}
    </>
  );
}

interface PatternLinksProps {
  /** The digest that lists the patterns which are only counted here. */
  readonly digestId: string;
  readonly patterns: Digest['news'];
  readonly total: number;
}

function PatternLinks({ digestId, patterns, total }: PatternLinksProps) {
  return (
    <>
      {patterns.map(({ patternId, name }, at) => (
        <Fragment key={patternId}>
          {at > 0 && ', '}
          <TextLink to="/patterns/$patternId" params={{ patternId }}>
            {name}
          </TextLink>
        </Fragment>
      ))}
      {total > patterns.length && (
        <>
          {patterns.length > 0 && ' and '}
          <TextLink to="/digests/$digestId" params={{ digestId }}>
            {patterns.length > 0 ? `${total - patterns.length} more` : count(total, 'pattern')}
          </TextLink>
        </>
      )}
    </>
  );
}

/** Names the episodes that account for most of the impact, with a link each. */
export function CostliestEpisodes({ episodes }: { readonly episodes: Schemas['ListedDigest']['costliest'] }) {
  return episodes.map(({ episodeId, title, hours, services, startedAt }, at) => (
    <Fragment key={episodeId}>
      {at > 0 && ' · '}
      {formatHours(hours)}:{' '}
      <TextLink to="/failures/$failureId" params={{ failureId: episodeId }}>
        {title}
      </TextLink>
      {services[0] !== undefined && `, ${services[0]}`}, <Timestamp at={startedAt} as="day" />
    </Fragment>
  ));
}
