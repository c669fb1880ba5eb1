import { describe, expect, test } from 'vitest';
import { chartBackgrounds, chartColors, filledColors } from './theme.ts';

type Rgb = readonly [number, number, number];

function toLinear(hex: string): Rgb {
  const part = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(toLinear(a)), luminance(toLinear(b))].toSorted((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Matrices that simulate colour blindness in linear RGB: Machado, Oliveira and Fernandes (2009), severity 1. */
const visions = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function simulate(hex: string, vision: keyof typeof visions): Rgb {
  const [r, g, b] = toLinear(hex);
  const m = visions[vision];
  return [m[0] * r + m[1] * g + m[2] * b, m[3] * r + m[4] * g + m[5] * b, m[6] * r + m[7] * g + m[8] * b];
}

/** Returns ΔE of CIE 1976. About 2 is the smallest difference that people notice side by side. */
function difference(a: Rgb, b: Rgb): number {
  const [x, y] = [toLab(a), toLab(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function toLab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(['light', 'dark'] as const)(
  'chart colours of the %s scheme are visible and distinguishable',
  (scheme) => {
    const colors = Object.values(chartColors[scheme]);

    test.each(colors)('%s has a contrast of at least 3 against the background', (color) => {
      expect(contrast(color, chartBackgrounds[scheme])).toBeGreaterThanOrEqual(3);
    });

    test.each(Object.keys(visions) as (keyof typeof visions)[])(
      'all colours differ clearly with %s vision',
      (vision) => {
        for (const [at, a] of colors.entries())
          for (const b of colors.slice(at + 1))
            expect(difference(simulate(a, vision), simulate(b, vision))).toBeGreaterThan(12);
      },
    );
  },
);

test.each(Object.keys(visions) as (keyof typeof visions)[])(
  'filled colours differ clearly from each other with %s vision',
  (vision) => {
    const colors = Object.values(filledColors);
    for (const [at, a] of colors.entries())
      for (const b of colors.slice(at + 1))
        expect(difference(simulate(a, vision), simulate(b, vision)), `${a} and ${b}`).toBeGreaterThan(12);
  },
);
