import { Fragment } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { formatHours } from '../labels/format.ts';
import { describeDigestChanges } from './describe-digest-news.ts';

type Digest = Pick<Schemas['ListedDigest'], 'changes' | 'news' | 'fixes' | 'fixVerdicts'>;

const kinds = [
  ['new', 'New'],
  ['returned', 'Returned'],
] as const;

/** Names the new and the returned patterns with a link each, and counts what else changed. Renders nothing if nothing did. */
export function DigestNews({ digest: { changes, news, ...fixes } }: { readonly digest: Digest }) {
  const more = changes.new + changes.returned - news.length;
  const named = kinds.filter(([kind]) => news.some(({ change }) => change === kind));
  const others = describeDigestChanges({ changes: { ...changes, new: 0, returned: 0 }, ...fixes });
  return (
    <>
      {named.map(([kind, label], at) => (
        <Fragment key={kind}>
          {at > 0 && ' · '}
          {label}: <PatternLinks patterns={news.filter(({ change }) => change === kind)} />
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
      {named.length > 0 && others !== '' && ' · '}
      {others}
    </>
  );
}

function PatternLinks({ patterns }: { readonly patterns: Digest['news'] }) {
  return patterns.map(({ patternId, name }, at) => (
    <Fragment key={patternId}>
      {at > 0 && ', '}
      <TextLink to="/patterns/$patternId" params={{ patternId }}>
        {name}
      </TextLink>
    </Fragment>
  ));
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
