const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first characters of the first two words, in any script: `HR` of `Heronsgate Rail`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean).slice(0, 2);
  const firsts = words.map((word) => graphemes.segment(word)[Symbol.iterator]().next().value?.segment ?? '');
  return firsts.join('').toLocaleUpperCase('en');
}
