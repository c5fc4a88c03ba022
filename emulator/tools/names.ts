import { toolCounts } from '../providers/catalogue.data';
import { toolNames } from '../providers/tool-names.data';
import { imitations } from './imitations/all';

const made = new Map<string, readonly string[]>();

/** The names of a provider's tools, in alphabetical order; made when first asked for. Empty for an unknown one. */
export function namesOf(slug: string): readonly string[] {
  const known = made.get(slug);
  if (known) return known;
  const names = makeNames(slug, toolCounts.get(slug) ?? 0);
  if (names.length > 0) made.set(slug, names);
  return names;
}

// The real names where they are known; numbered stubs fill up to the provider's count.
function makeNames(slug: string, count: number): string[] {
  const names = new Set(imitations[slug]?.map(({ name }) => name));
  for (const name of toolNames[slug]?.trim().split(/\s+/) ?? []) names.add(`${slug}_${name}`);
  for (let number = 1; names.size < count; number += 1) {
    names.add(`${slug}_tool_${String(number).padStart(3, '0')}`);
  }
  return [...names].sort();
}

/** The provider of a built-in tool; undefined for a name that no provider has. */
export function providerOfTool(name: string): string | undefined {
  const parts = name.split('_');
  const slugs = parts.map((_, index) => parts.slice(0, index + 1).join('_'));
  return slugs.find((slug) => toolCounts.has(slug) && namesOf(slug).includes(name));
}
