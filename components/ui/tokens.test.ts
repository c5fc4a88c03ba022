import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Rgb = [number, number, number];

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const oklch = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const pairs = new RegExp(`--([\\w-]+): light-dark\\(${oklch}, ${oklch}\\);`, 'g');
const singles = new RegExp(`--([\\w-]+): ${oklch};`, 'g');

/** Linear sRGB of an OKLCH colour, cut to what a screen can show. */
function toLinearRgb([lightness, chroma, hue]: Rgb): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function luminance(color: Rgb): number {
  const [r, g, b] = toLinearRgb(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function readTheme(theme: 'light' | 'dark'): Map<string, Rgb> {
  const colors = new Map<string, Rgb>();
  for (const [, name, ...parts] of css.matchAll(singles)) colors.set(`${name}`, parts.map(Number) as Rgb);
  for (const [, name, ...parts] of css.matchAll(pairs)) {
    const numbers = parts.map(Number);
    colors.set(`${name}`, (theme === 'light' ? numbers.slice(0, 3) : numbers.slice(3, 6)) as Rgb);
  }
  return colors;
}

const surfaces = ['canvas', 'sunken', 'raised', 'hover'];
const tones = ['success', 'warning', 'danger', 'info'];

const textPairs = [
  ...surfaces.flatMap((surface) =>
    ['text', 'quiet', 'accent-text', 'danger-text'].map((ink) => [ink, surface]),
  ),
  ...tones.flatMap((tone) =>
    ['canvas', 'raised', `${tone}-soft`].map((surface) => [`${tone}-text`, surface]),
  ),
  ...tones.flatMap((tone) => ['text', 'quiet'].map((ink) => [ink, `${tone}-soft`])),
  ['text', 'accent-soft'],
  ['quiet', 'accent-soft'],
  ['accent-text', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['on-production', 'production'],
] as [string, string][];

const edgePairs = [
  ...surfaces.flatMap((surface) => ['line-strong', 'ring'].map((edge) => [edge, surface])),
  ['production', 'canvas'],
  ['production', 'sunken'],
] as [string, string][];

describe.each(['light', 'dark'] as const)('tokens of the %s theme', (theme) => {
  const colors = readTheme(theme);
  const measure = (front: string, back: string) => {
    const [one, other] = [colors.get(front), colors.get(back)];
    if (!one || !other) throw new Error(`tokens.css has no ${one ? back : front}`);
    return contrast(one, other);
  };

  it.each(textPairs)('%s is readable on %s', (ink, surface) => {
    expect(measure(ink, surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('%s is visible on %s', (edge, surface) => {
    expect(measure(edge, surface)).toBeGreaterThanOrEqual(3);
  });
});
