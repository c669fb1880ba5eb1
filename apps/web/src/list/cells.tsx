import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import classes from './cells.module.css';

const shownNames = 2;

interface Props {
  readonly names: readonly string[];
}

/** Shows the first two names and the number of the others: `checkout, cart +4`. The tooltip has all names. */
export function ShortNameList({ names }: Props) {
  return (
    <span className={classes.line} title={names.join(', ')}>
      {names.slice(0, shownNames).join(', ')}
      <More names={names} />
    </span>
  );
}

/** Like `ShortNameList`, with links to the pages of the services, or of repositories (`owner/name`). */
export function ShortServiceList({ names }: Props) {
  return (
    <span className={classes.line} title={names.join(', ')}>
      {names.slice(0, shownNames).map((name, at) => (
        <Fragment key={name}>
          {at > 0 && ', '}
          <Link to="/services/$name" params={{ name }} className={classes.quiet}>
            {name}
          </Link>
        </Fragment>
      ))}
      <More names={names} />
    </span>
  );
}

function More({ names }: Props) {
  return names.length > shownNames && ` +${names.length - shownNames}`;
}
