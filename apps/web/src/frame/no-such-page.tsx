import { Page } from '../parts/page.tsx';
import { PageLink } from '../parts/page-link.tsx';

export function NoSuchPage() {
  return (
    <Page title="There is no such page">
      <div>
        <PageLink to="/">To the overview</PageLink>
      </div>
    </Page>
  );
}
