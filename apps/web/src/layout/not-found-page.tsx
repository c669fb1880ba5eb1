import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';

export function NotFoundPage() {
  return (
    <Page title="There is no such page">
      <div>
        <PageLink to="/">To the overview</PageLink>
      </div>
    </Page>
  );
}
