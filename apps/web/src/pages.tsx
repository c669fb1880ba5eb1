import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { z } from 'zod';
import { Frame } from './frame.tsx';
import { PatternPage } from './pattern/pattern-page.tsx';
import { PatternSearch } from './patterns/pattern-search.ts';
import { PatternsPage } from './patterns/patterns-page.tsx';

/** `?link=used`: the visitor was sent here by a sign-in link that does not work any more. */
const FrameSearch = z.object({ link: z.literal('used').optional().catch(undefined) });

const frame = createRootRoute({ component: Frame, validateSearch: FrameSearch });
const patterns = createRoute({
  getParentRoute: () => frame,
  path: '/',
  validateSearch: PatternSearch,
  component: PatternsPage,
});
const pattern = createRoute({ getParentRoute: () => frame, path: '/patterns/$patternId', component: PatternPage });

export function createPages() {
  return createRouter({ routeTree: frame.addChildren([patterns, pattern]), scrollRestoration: true });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
