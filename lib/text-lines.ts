import { z } from 'zod';

/** The lines of a text as a list: without blanks, each once. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);
}

type Limits = { noun: string; most: number; judge: (line: string) => boolean; sentence: string };

/** A text with one thing to a line. It stays text, as the form holds it: `linesOf` makes the list. */
export function textLines({ noun, most, judge, sentence }: Limits) {
  return z
    .string()
    .max(100_000, `These are too many ${noun}s.`)
    .refine((text) => linesOf(text).length <= most, `There can be at most ${most} ${noun}s.`)
    .refine((text) => linesOf(text).every(judge), sentence);
}
