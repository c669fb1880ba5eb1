import { Highlight } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/refrain.ts';
import { failureKindColors, failureKindLabels } from '../labels/domain-labels.ts';
import { capitalise } from '../labels/format.ts';
import { formatDurationMinutes } from '../labels/times.ts';
import classes from '../list/cells.module.css';
import { describeExclusion } from './describe-exclusion.ts';

interface Props {
  readonly failure: Schemas['ListedFailure'];
}

export interface SearchedFailure extends Props {
  /** The words of the search; undefined without a search. */
  readonly query: string | undefined;
}

export function FailureTitle({ failure: { id, title }, query }: SearchedFailure) {
  return (
    <Link to="/failures/$failureId" params={{ failureId: id }} className={classes.name} data-wraps title={title}>
      <FoundWords text={title} query={query} />
    </Link>
  );
}

/** The part of the text that a search found, if the title does not have all its words. */
export function FailureExcerpt({ failure: { excerpt }, query }: SearchedFailure) {
  if (excerpt === null) return null;
  return (
    <div className={`${classes.lines} ${classes.dimmed}`} title={excerpt}>
      <FoundWords text={excerpt} query={query} />
    </div>
  );
}

function FoundWords({ text, query }: { readonly text: string; readonly query: string | undefined }) {
  if (query === undefined) return text;
  return (
    <Highlight component="span" inherit highlight={query.split(/\s+/u)}>
      {text}
    </Highlight>
  );
}

export function FailureKind({ failure: { kind } }: Props) {
  return (
    <span className={classes.line}>
      <span className={classes.dot} style={{ background: `var(--mantine-color-${failureKindColors[kind]}-6)` }} />
      {capitalise(failureKindLabels[kind])}
    </span>
  );
}

/** The pattern of a failure, or why the record is excluded. */
export function FailurePattern({ failure }: Props) {
  const { patternId, patternName, isProvisional } = failure;
  const exclusion = describeExclusion(failure);
  if (exclusion !== null) return <span className={classes.dimmed}>{exclusion}</span>;
  if (patternId === null) return <span className={classes.dimmed}>None</span>;
  return (
    <>
      <Link
        to="/patterns/$patternId"
        params={{ patternId }}
        className={`${classes.lines} ${classes.link}`}
        title={patternName ?? undefined}
      >
        {patternName}
      </Link>
      {isProvisional && <span className={classes.dimmed}>Matched by similarity</span>}
    </>
  );
}

export function formatSeconds(seconds: number | null): string {
  return seconds === null ? '' : formatDurationMinutes(Math.max(1, Math.round(seconds / 60)));
}
