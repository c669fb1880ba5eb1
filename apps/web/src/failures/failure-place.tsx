import { RepoIcon } from '@primer/octicons-react';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/refrain.ts';
import { toServiceSearch } from '../components/to-service-search.ts';
import classes from '../list/cells.module.css';
import { ShortServiceList } from '../list/cells.tsx';
import { findFailurePlace } from './find-failure-place.ts';

interface Props {
  readonly failure: Schemas['ListedFailure'];
  readonly wraps?: boolean;
}

/** Shows the services of a failure; or its repository, with an icon, if no service is known. */
export function FailurePlace({ failure, wraps = false }: Props) {
  const { services, repository } = findFailurePlace(failure);
  if (services.length > 0) return <ShortServiceList names={services} wraps={wraps} />;
  if (repository === null) return null;
  return (
    <Link
      to="/services/$name"
      params={{ name: repository }}
      search={toServiceSearch}
      className={`${wraps ? classes.lines : classes.line} ${classes.quiet}`}
      title={`Repository ${repository}. Its service is unknown.`}
    >
      <RepoIcon size={12} aria-label="Repository" className={classes.icon} />
      {repository}
    </Link>
  );
}
