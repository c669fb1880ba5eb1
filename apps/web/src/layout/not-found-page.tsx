import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';

export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <div>
        <PageLink to="/">Go to the overview</PageLink>
      </div>
    </Page>
  );
}
