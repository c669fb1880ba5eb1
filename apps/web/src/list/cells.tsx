import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { toServiceSearch } from '../components/to-service-search.ts';
import classes from './cells.module.css';

const shownNames = 2;

interface Props {
  readonly names: readonly string[];
  /** The number of names that are shown. */
  readonly limit?: number;
  /** Wraps long names onto a second line instead of cutting them off. */
  readonly wraps?: boolean;
}

/** Shows the first names, by default two, and the number of the others: `checkout, cart +4`. The tooltip has all names. */
export function ShortNameList({ names, limit = shownNames, wraps = false }: Props) {
  return (
    <span className={wraps ? classes.lines : classes.line} title={names.join(', ')}>
      {names.slice(0, limit).join(', ')}
      <More names={names} limit={limit} />
    </span>
  );
}

interface ServiceListProps extends Props {
  /** The period of the linked pages; by default the one in the URL. */
  readonly period?: ReturnType<typeof toServiceSearch> | undefined;
}

/** Like `ShortNameList`, with links to the pages of the services, or of repositories (`owner/name`). */
export function ShortServiceList({ names, limit = shownNames, wraps = false, period }: ServiceListProps) {
  return (
    <span className={wraps ? classes.lines : classes.line} title={names.join(', ')}>
      {names.slice(0, limit).map((name, at) => (
        <Fragment key={name}>
          {at > 0 && ', '}
          <Link to="/services/$name" params={{ name }} search={period ?? toServiceSearch} className={classes.quiet}>
            {name}
          </Link>
        </Fragment>
      ))}
      <More names={names} limit={limit} />
    </span>
  );
}

function More({ names, limit }: Required<Pick<Props, 'names' | 'limit'>>) {
  return names.length > limit && ` +${names.length - limit}`;
}
