import { Nothing } from '../parts/nothing.tsx';
import { PageLink } from '../parts/page-link.tsx';

export function NoSuchPage() {
  return (
    <Nothing title="There is no such page.">
      <PageLink to="/">To the overview</PageLink>
    </Nothing>
  );
}
