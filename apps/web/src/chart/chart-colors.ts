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
