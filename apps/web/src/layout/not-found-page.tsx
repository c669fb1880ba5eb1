import { Page } from '../components/page.tsx';
import { PageLink } from '../components/page-link.tsx';

export function NotFoundPage() {
  return (
    <Page title="There is no such page">
      <div>
        <PageLink to="/">To the overview</PageLink>
      </div>
    </Page>
  );
}
