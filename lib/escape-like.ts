/** A text that stands for itself in a LIKE pattern, and in Prisma's `contains`, which leaves its wildcards as they are. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
