import { Fragment } from 'react';
import { PageLink } from './links.tsx';
import { toServiceSearch } from './to-service-search.ts';

/** Links to the page of a service, or of a repository (`owner/name`) of which no service is known. Keeps the chosen period. */
export function ServiceLink({ name }: { readonly name: string }) {
  return (
    <PageLink to="/services/$name" params={{ name }} search={toServiceSearch} inherit>
      {name}
    </PageLink>
  );
}

interface Props {
  readonly names: readonly string[];
  /** The number of names that are shown; all by default. */
  readonly limit?: number;
}

/** Links to several services, separated by commas: `a, b and 3 more`. Renders nothing if there are none. */
export function ServiceLinks({ names, limit = names.length }: Props) {
  const more = names.length - limit;
  return (
    <>
      {names.slice(0, limit).map((name, at) => (
        <Fragment key={name}>
          {at > 0 && ', '}
          <ServiceLink name={name} />
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}
