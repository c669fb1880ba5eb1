import { LinkTabs, RouterLinkTab } from '../components/link-tabs.tsx';

/** Services and mechanisms are two ways into the patterns. */
export function ServicesTabs() {
  return (
    <LinkTabs label="Group patterns by">
      <RouterLinkTab to="/services" activeProps={{ isShown: true }}>
        By service
      </RouterLinkTab>
      <RouterLinkTab to="/mechanisms" activeProps={{ isShown: true }}>
        By mechanism
      </RouterLinkTab>
    </LinkTabs>
  );
}
