import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/**
 * The colours of the product, lightest first: ten steps of equal lightness in OKLCH for each hue. Orange is lighter than red at each
 * step, so that people who cannot distinguish the two hues see the difference in lightness. A colour never carries meaning alone.
 */
const palette = {
  blue: ['#eff7ff', '#d9ecfe', '#b5dbfe', '#90c7f9', '#6cb3f1', '#4aa0e7', '#2f8fd8', '#177ec6', '#0d6fb0', '#03609b'],
  red: ['#fff3f0', '#ffe2dd', '#ffc6bc', '#fda799', '#fc8472', '#f56552', '#e54e3c', '#d13b2b', '#bd2c1d', '#a72215'],
  orange: [
    '#fff5eb',
    '#ffe9d3',
    '#ffd6ae',
    '#fbc186',
    '#f5ac5f',
    '#ef9c39',
    '#e58e17',
    '#d5820c',
    '#c47810',
    '#b56d00',
  ],
  teal: ['#edf9f3', '#d7f1e5', '#b4e2cd', '#8dd2b5', '#67c19d', '#40b189', '#1aa178', '#128e69', '#077d5c', '#0a6d50'],
} as const satisfies Record<string, MantineColorsTuple>;

/** The steps of the palette that fill buttons and dots. */
export const filledColors = {
  blue: palette.blue[8],
  red: palette.red[8],
  orange: palette.orange[8],
  teal: palette.teal[8],
} as const;

/**
 * Colours of chart marks, from the palette of Okabe and Ito, which colour-blind people can distinguish
 * (https://jfly.uni-koeln.de/color). They are darker in the light scheme and lighter in the dark scheme, for a contrast of 3 : 1
 * with the background (WCAG 2.2, 1.4.11).
 */
export const chartColors = {
  light: { blue: '#0072b2', orange: '#d55e00', green: '#007a59' },
  dark: { blue: '#56b4e9', orange: '#e69f00', green: '#009e73' },
} as const;

/** Mantine's body colours, on which charts are drawn. */
export const chartBackgrounds = { light: '#ffffff', dark: '#242424' } as const;

const close = { closeButtonProps: { 'aria-label': 'Close' } };
/** Removes the role `banner` that browsers give to the header of a dialog: the header is no landmark of the page. */
const dialog = { ...close, attributes: { header: { role: 'none' } } };

const fontFamily = "'Inter Variable', system-ui, sans-serif";

export const theme = createTheme({
  colors: palette,
  primaryColor: 'blue',
  primaryShade: 8,
  fontFamily,
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.6', xl: '1.65' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontFamily,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.45' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.45' },
    },
  },
  respectReducedMotion: true,
  // Components are listed by name, because importing them here would load them before the first page renders.
  components: {
    Drawer: { defaultProps: dialog },
    // By default, Mantine first focuses a placeholder, which screen readers announce as an additional menu item.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: dialog },
    Notification: { defaultProps: close },
  },
});

/** Overrides colours of Mantine that give text a contrast of less than 4.5 : 1 (WCAG 2.2, 1.4.3). */
export const pageColors: CSSVariablesResolver = () => ({
  // Mantine's hover backgrounds have too little contrast with the text.
  variables: {
    '--mantine-primary-color-filled-hover': 'color-mix(in srgb, var(--mantine-primary-color-8), black 15%)',
  },
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-blue-light': 'var(--mantine-color-blue-0)',
    '--mantine-color-blue-light-color': 'var(--mantine-color-blue-9)',
    '--mantine-color-blue-light-hover': 'var(--mantine-color-blue-1)',
    '--page-background': 'var(--mantine-color-gray-0)',
    ...nameColors(chartColors.light),
    '--chart-grey': 'var(--mantine-color-gray-5)',
    '--chart-band': 'var(--mantine-color-gray-2)',
    '--chart-text': 'var(--mantine-color-gray-7)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-blue-light-color': 'var(--mantine-color-blue-3)',
    '--mantine-color-blue-light-hover': 'var(--mantine-color-blue-light)',
    '--page-background': 'var(--mantine-color-dark-8)',
    ...nameColors(chartColors.dark),
    '--chart-grey': 'var(--mantine-color-dark-3)',
    '--chart-band': 'var(--mantine-color-dark-5)',
    '--chart-text': 'var(--mantine-color-dark-1)',
  },
});

function nameColors(colors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(colors).map(([name, color]) => [`--chart-${name}`, color]));
}
